import type { Messages } from '../messages.js';

const nothingHeld = '没有匹配的数据：在此时间范围内，这些 Pod 都没有占用 GPU。';
const noHost =
  '这些 Pod 没有记录：需要 kube-state-metrics、kubelet 的 cadvisor，以及我们的记录规则。';
const noRules = '记录规则尚未加载，或加载不足五分钟。';

export const workload = {
  sections: {
    asked: '申请的资源拿到了吗？',
    where: '哪些 Pod 在哪些卡上？',
    fault: '问题出在 GPU 吗？',
    cost: '一共用了多少？',
    giveBack: '有什么可以归还？',
    apps: '为哪些应用？',
  },
  panels: {
    numbers: {
      title: '当前',
      question: '申请、分配、使用各有多少 GPU？',
      how: '申请：运行中与等待中的 Pod 申请的 GPU 资源份数，不论资源名。已分配：gpu_workload_allocated_gpus。已使用：gpu_workload_used_gpus。等待：Pending 状态的 Pod 所申请的数量。',
      ifEmpty: nothingHeld,
    },
    overTime: {
      title: 'GPU 申请、分配与使用',
      question: '我拿到了吗，又用了吗？',
      how: '全部 Pod 的总和。申请以资源份数计（一个 MIG 实例为一份），分配与使用以卡数计。竖线标记：有 Pod 启动。',
      ifEmpty: `${nothingHeld}申请量需要 exporter 的 cluster 角色。`,
    },
    memory: {
      title: '显存',
      question: '显存够用吗？',
      how: '已使用：已用显存中属于这些负载的部分。已分配：随所占 GPU 而来的显存。',
      ifEmpty: nothingHeld,
    },
    power: {
      title: '功耗',
      question: '我消耗多少功率？',
      how: '负载在整卡功耗中的份额：空载功耗按占用比例分摊，其余按使用比例分摊。',
      ifEmpty: `${nothingHeld}部分虚拟机和显卡不上报功耗。`,
    },
    cpu: {
      title: 'CPU',
      question: '我的 Pod 有足够的 CPU 来喂饱 GPU 吗？',
      how: '应用全部 Pod 使用的 CPU 核数，以及申请的核数。',
      ifEmpty: noHost,
    },
    hostMemory: {
      title: 'Pod 内存',
      question: '我的 Pod 内存够用吗？',
      how: '应用全部 Pod 的工作集（working set），以及申请量。',
      ifEmpty: noHost,
    },
    restarts: {
      title: '容器重启',
      question: '我的 Pod 在反复崩溃吗？',
      how: '每一小时内的容器重启次数，按应用汇总（kube_pod_container_status_restarts_total 的记录值）。',
      ifEmpty: noHost,
    },
    states: {
      title: '谁在什么时候占用哪张卡',
      question: '哪个 Pod 在哪里，它在工作吗？',
      how: '每个 Pod 与设备一行；状态为它在设备利用率中的份额。空白处：当时没有占用该设备。',
      ifEmpty: nothingHeld,
    },
    pods: {
      title: '当前的 Pod 与设备',
      question: '每个 Pod 占用什么，用它做什么？',
      how: '每个容器与设备（或 MIG 实例）一行。温度只在独占设备时可知。节点链接供运维人员使用。',
      ifEmpty: '这些 Pod 目前都没有占用 GPU。',
    },
    verdict: {
      title: '用一句话说明各 Pod 最近 5 分钟的情况',
      question: '是什么拖慢了我的 Pod？',
      how: '取第一个成立的条件：一小时内出现 GPU 错误；有超过十分之一的时间因过热或功耗降频；繁忙度低于 5 %；低于 50 %（在等数据或 CPU）；显存带宽高于 60 %；芯片工作部分低于 30 %；Tensor Core 高于 30 %。仅限独占的设备。',
      ifEmpty: '没有 Pod 独占设备，或设备不上报利用率。',
    },
    activity: {
      title: '芯片在做什么',
      question: '是在计算，还是在搬数据？',
      how: '独占设备的平均值：引擎活跃、芯片工作部分、Tensor Core、显存带宽。显存带宽接近 100 % 表示受显存带宽限制。',
      ifEmpty:
        '这些是 DCGM 的 profiling 字段（DCGM_FI_PROF_*）：默认的 counters 文件可能没有列出；共享设备没有这些数据。',
    },
    throttle: {
      title: '降频',
      question: '我的 GPU 被降频了吗，原因是什么？',
      how: '各原因所占时间比例，独占设备的平均值：gpu_workload_throttle_seconds_total 的速率。',
      ifEmpty: 'counters 文件缺少 DCGM_FI_DEV_*_VIOLATION 计数器，或没有独占的设备。',
    },
    temperature: {
      title: '我的 GPU 温度',
      question: '温度过高吗？',
      how: '仅限独占的设备。',
      ifEmpty: '没有独占的设备。',
    },
    xids: {
      title: 'GPU 错误（XID）',
      question: '我使用时 GPU 出过故障吗？',
      how: '设备被独占期间各 XID 最近一次出现的时间。DCGM 只给出最近一个代码：同一代码重复出现无法察觉。',
      ifEmpty: '占用期间设备上没有出现过 XID。',
    },
    hours: {
      title: '卡时',
      question: '我们用了多少，其中多少闲置？',
      how: '账户每五分钟增量（记录值）的总和。闲置比例：1 减去使用卡时与分配卡时之比。',
      ifEmpty: noRules,
    },
    money: {
      title: '费用',
      question: '花了多少钱，其中多少是白花的？',
      how: '分配卡时乘以管理员在“配置”页面为各型号设定的价格。闲置：分配减去使用。',
      ifEmpty: '尚无卡时记录，或所占用的型号都没有设定价格。',
    },
    byApp: {
      title: '最近 7 天各应用的卡时',
      question: '这些应用中谁用得最多？',
      how: 'gpu_account_allocated_seconds_total 每五分钟增量（记录值）之和，取最大的十个。',
      ifEmpty: noRules,
    },
    byUser: {
      title: '最近 7 天各用户的卡时',
      question: '谁的 Pod 用得最多？',
      how: 'gpu_account_allocated_seconds_total 每五分钟增量（记录值）之和，取最大的十个。',
      ifEmpty: noRules,
    },
    heldByApp: {
      title: '各应用占用的 GPU',
      question: '我在为哪些应用占用 GPU？',
      how: '各应用的 gpu_workload_allocated_gpus，堆叠显示。',
      ifEmpty: nothingHeld,
    },
    apps: {
      title: '当前的应用',
      question: '我的每个应用占用和使用了什么？',
      how: '按应用统计其全部 Pod；闲置时间：距该应用最近一次使用任一设备的时间。',
      ifEmpty: '这些应用目前都没有占用 GPU。',
    },
    pending: {
      title: '等待中',
      question: '我的哪些 Pod 在等 GPU？',
      how: 'Pending 状态 Pod 的 workload_pod_requested_gpus，以所写资源的单位计。',
      ifEmpty: '没有 Pod 在等待；虚拟机站点，或未部署 cluster 角色时，无法得知。',
    },
  },
} as const satisfies Messages['workload'];
