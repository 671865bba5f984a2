import type { Messages } from '../messages.js';

const noGpu = 'Prometheus 中没有这些节点的 gpu_info：是否已抓取 gpuscope-exporter？';
const noKubernetes =
  '需要 kube-state-metrics 和 kubelet 的 cadvisor（带 node 标签），与 kube-prometheus 的配置一致；只有虚拟机的站点没有这些数据。';

export const overview = {
  title: 'GPU 总览',
  description: '资源用到什么程度了，都是谁在用？',
  sections: {
    full: '用到什么程度了？',
    map: '哪些 GPU 在忙？',
    who: '是谁在用？',
    hand: '现在有什么需要处理？',
  },
  mapTable: 'GPU 地图：每行一个节点，每格一张卡或一个 MIG 实例（卡号/实例号）',
  rank: {
    title: '前十名排序依据',
    held: '分配的卡数',
    used: '实际使用的卡数',
    unused: '占而未用的卡数',
  },
  panels: {
    gpuRing: {
      title: 'GPU',
      question: '多少 GPU 已分配出去，其中多少真正在工作？',
      how: '已分配：gpu_workload_allocated_gpus 除以总卡数。已使用：gpu_workload_used_gpus 除以总卡数。两者之差就是占而未用的部分。',
      ifEmpty: noGpu,
    },
    cpuRing: {
      title: 'CPU',
      question: '多少 CPU 已被预留，其中多少真正在工作？',
      how: '已预留：未结束的 Pod 的 requests 除以节点可分配量。已使用：节点消耗的 CPU 时间除以节点可分配量。',
      ifEmpty: noKubernetes,
    },
    memoryRing: {
      title: '内存',
      question: '多少内存已被预留，其中多少真正在用？',
      how: '已预留：未结束的 Pod 的 requests 除以节点可分配量。已使用：节点的工作集（working set）除以节点可分配量。',
      ifEmpty: noKubernetes,
    },
    gpuNumbers: {
      title: 'GPU 卡数',
      question: '使用、分配、空闲各有多少卡？',
      how: 'MIG 实例按其占整卡的比例计，共享卡按已分配的份额计。空闲：exporter 确认无人占用。占用者未知：有人占用，但没有任何来源能给出是谁。',
      ifEmpty: noGpu,
    },
    cpuNumbers: {
      title: 'CPU 核数',
      question: '使用、预留、空闲各有多少核？',
      how: '空闲：节点可分配量减去已预留量。',
      ifEmpty: noKubernetes,
    },
    memoryNumbers: {
      title: '内存容量',
      question: '使用、预留、空闲各有多少内存？',
      how: '空闲：节点可分配量减去已预留量。',
      ifEmpty: noKubernetes,
    },
    map: {
      title: 'GPU 地图',
      question: '哪些 GPU 在忙、闲置、空闲或有故障？',
      how: '显示利用率，或更要紧的状态：故障（修复失败或待生效、不可纠正错误、一天内出现严重 XID）、占而未用（半小时未使用）、空闲（无人占用）、降频（最近 5 分钟内有超过十分之一的时间因过热或功耗受限）。点击节点可查看详情。若两个集群有同名节点，请先选定一个集群。',
      ifEmpty: noGpu,
    },
    overTime: {
      title: 'GPU 分配与使用趋势',
      question: '一整天都是这样吗？',
      how: 'gpu_workload_allocated_gpus 与 gpu_workload_used_gpus 的总和；虚线为总卡数。',
      ifEmpty: noGpu,
    },
    topNodes: {
      title: '节点',
      question: '哪些节点承担最多？',
      how: '按顶部所选项排序：分配、使用或占而未用的卡数。点击可查看节点。',
      ifEmpty: '这些节点上没有人占用 GPU。',
    },
    topApps: {
      title: '应用',
      question: '哪些应用分配、使用或浪费得最多？',
      how: '按顶部所选项排序，统计应用的全部 Pod。点击可查看应用。',
      ifEmpty: '所选租户没有应用占用 GPU。',
    },
    topUsers: {
      title: '用户',
      question: '哪些用户分配、使用或浪费得最多？',
      how: '按顶部所选项排序，统计用户的全部 Pod。点击可查看用户。',
      ifEmpty: '所选租户没有用户占用 GPU。',
    },
    alerts: {
      title: '正在触发的告警',
      question: '告警规则报了什么？',
      how: 'Prometheus 自身的 ALERTS，取我们的规则（名称以 Gpu 开头）。只包含本 Prometheus 评估的规则；远端 ruler 的告警不在其中。',
      ifEmpty: '我们的告警均未触发，或告警规则尚未加载。',
    },
    sick: {
      title: '故障 GPU',
      question: '哪些 GPU 不应再分配？',
      how: '行重映射失败或待生效、有待隔离的显存页、上次重置以来出现不可纠正的 ECC 错误，以及一天内出现严重 XID。',
      ifEmpty: '没有 GPU 报告上述问题；不支持 ECC 的卡，或使用默认 counters 文件时，无法得知。',
    },
    idle: {
      title: '闲置最久的占用者',
      question: '谁可以归还 GPU？',
      how: '距最近一次使用的时间（workload:gpu_last_active_timestamp_seconds:max，没有则取 gpu_workload_last_active_timestamp_seconds），半小时以上，最久的十个及其负责人。',
      ifEmpty: '所有占用 GPU 的负载在半小时内都使用过 GPU。',
    },
    pending: {
      title: '等待 GPU',
      question: '谁申请了 GPU 却还没有拿到？',
      how: 'Pending 状态 Pod 的 workload_pod_requested_gpus，以所写资源的单位计。',
      ifEmpty: '没有 Pod 在等 GPU；虚拟机站点，或未部署 cluster 角色时，无法得知。',
    },
  },
} as const satisfies Messages['overview'];
