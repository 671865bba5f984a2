import type { Messages } from '../messages.js';

const noRules = '我们的记录规则尚未加载，或加载不足五分钟。';
const noHolders =
  '所选租户目前没有占用 GPU，或没有占用来源知道；“GPU 采集器”看板会指出是哪个来源失败。';
const allUsed = '所有已分配的 GPU 在 2 小时内都被使用过。';

export const waste = {
  title: 'GPU 闲置与容量',
  description: '哪些可以归还，什么时候会不够用？',
  sections: {
    unused: '哪些占而未用？',
    rightSize: '谁申请得过多？',
    forecast: '什么时候会满？',
    month: '谁用了多少？',
  },
  panels: {
    unused: {
      title: '长时间占而未用',
      question: '有多少 GPU 可以归还？',
      how: '占用者已有 2 小时、1 天、1 周没有使用的 GPU（workload:gpu_last_active_timestamp_seconds:max）。从未使用过 GPU 的占用者从其自身启动算起。没有加载我们的记录规则时，exporter 重启后所有时间都会重新计算。',
      ifEmpty: noHolders,
    },
    unusedOverTime: {
      title: '占而未用的趋势',
      question: '在变好还是变坏？',
      how: '各时刻已分配的 GPU，以及其中 2 小时、1 天未使用的 GPU。',
      ifEmpty: noHolders,
    },
    unusedTenants: {
      title: '2 小时以上未使用，按租户',
      question: '应该去问哪些租户？',
      how: '租户已分配的 GPU，以及其中 2 小时、1 天、1 周未使用的部分。没有闲置的租户不列出。',
      ifEmpty: allUsed,
    },
    unusedOwners: {
      title: '2 小时以上未使用，按负责人',
      question: '该找谁？',
      how: '与按租户相同，细分到每个用户与应用。点击名称可打开对应的看板。',
      ifEmpty: allUsed,
    },
    unusedDevices: {
      title: '哪些 GPU 在闲置',
      question: '该结束哪个 Pod？',
      how: '占用者 2 小时未使用的每张卡或 MIG 实例一行，取最久的 200 个。占用四张卡而只用一张的 Pod 会有三行。',
      ifEmpty: allUsed,
    },
    tooMany: {
      title: '可以少用几张卡',
      question: '谁占了四张卡，却从未用超过一张？',
      how: '运行一小时以上的 Pod。曾工作：24 小时内繁忙度曾超过 5 % 的卡。同时最多：24 小时内使用量之和的最高值。可归还：已分配减去同时最多（向上取整到整卡）。',
      ifEmpty: '没有人占用的整卡数超过其 24 小时内同时使用的最多卡数。',
    },
    tooLarge: {
      title: '用不满一张卡',
      question: '谁可以改用 MIG 实例或共享 GPU？',
      how: '运行一小时以上、24 小时内算力与显存都从未超过 40 % 的 Pod。处理前请先看峰值：每天加载两次的模型，那时也需要它的显存。',
      ifEmpty: '每个占用者在 24 小时内都至少有一次用到所占资源的 40 % 以上。',
    },
    pools: {
      title: '各资源池何时会满',
      question: '什么时候必须采购或搬迁？',
      how: '取最近 7 天每小时已分配卡数的拟合直线，从最近 24 小时的平均值推算到资源池的总卡数。暂不会满：分配量不再增长，或一年以上才会满。历史数据不足：记录不足一天。资源池来自 gpu_node_info；没有资源池的节点列在无名的一行。',
      ifEmpty: `${noRules}读取 node:gpus:count 与 node:gpu_workload_allocated_gpus:sum。`,
    },
    demand: {
      title: '分配量、需求量及其走势',
      question: '需求是否已超过现有资源？',
      how: '已分配的 GPU；加上等待中的 Pod 所申请的数量（以资源份数计，一个 MIG 实例为一份）；按 7 天的直线推算四周后的数量（至少有一天的数据）；虚线为总卡数。',
      ifEmpty: noRules,
    },
    byTenant: {
      title: '各租户的卡时',
      question: '谁用得最多？',
      how: '看板时间范围内 gpu_account_allocated_seconds_total 每五分钟增量（记录值）之和，取最大的 15 个。',
      ifEmpty: noRules,
    },
    idleByTenant: {
      title: '各租户的闲置卡时',
      question: '谁白白占用得最多？',
      how: '看板时间范围内，分配卡时减去使用卡时。',
      ifEmpty: noRules,
    },
    month: {
      title: '按租户、应用与用户统计的卡时',
      question: '该向谁计多少费？',
      how: '看板时间范围内的总和：选择“上个月”即为月度账单。分配卡时：计价的依据；使用卡时：按利用率加权；其余为闲置。因价格不同，按型号与 MIG 规格分列。导出 CSV：面板菜单 → 检查（Inspect）→ 数据（Data）→ 下载 CSV。',
      ifEmpty: noRules,
    },
  },
} as const satisfies Messages['waste'];
