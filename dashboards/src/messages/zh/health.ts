import type { Messages } from '../messages.js';

const noGpu = 'Prometheus 中没有这些节点的 gpu_info：是否已抓取 gpuscope-exporter？';
const noField = (fields: string): string =>
  `dcgm-exporter 的 counters 文件缺少 ${fields}，或这些卡没有此数据；“GPU 采集器”看板列出各节点缺少哪些数据。`;

export const health = {
  title: 'GPU 健康',
  description: '哪些 GPU 有故障，该怎么处理？',
  sections: {
    now: '现在哪些 GPU 需要处理？',
    errors: '错误与损坏的显存',
    heat: '是什么让 GPU 变慢？',
    links: '链路与驱动',
  },
  panels: {
    numbers: {
      title: '当前',
      question: '多少 GPU 有故障、掉卡或被降频？',
      how: '故障：修复失败或待生效、不可纠正的显存错误，或一天内出现严重 XID。掉卡：6 小时内上报过而现在没有，但其节点仍有响应。出现 XID：一天内出现任何代码。降频：最近 5 分钟内有超过十分之一的时间因过热或功耗受限。',
      ifEmpty: noGpu,
    },
    sick: {
      title: '故障 GPU',
      question: '哪些 GPU 不应再分配？',
      how: '行重映射失败或待生效、有待隔离的显存页、上次重置以来出现不可纠正的 ECC 错误，以及一天内出现严重 XID。点击节点可查看设备及其占用者。',
      ifEmpty:
        '没有 GPU 报告上述问题：或者健康，或者 dcgm-exporter 的 counters 文件缺少 ECC 与行重映射字段。',
    },
    missing: {
      title: '掉卡的 GPU',
      question: '哪些 GPU 从总线上消失了？',
      how: '最近 6 小时内上报过而现在没有，但该节点的 exporter 仍有响应。MIG 重新划分不算：卡仍在。',
      ifEmpty: '最近 6 小时内的每张卡都还在。',
    },
    xids: {
      title: 'XID 及其含义',
      question: 'GPU 报了哪些错误，该怎么办？',
      how: '看板时间范围内各 XID 最近一次出现的时间，以 exporter 所见为准。DCGM 只给出最近一个代码：同一代码重复出现无法察觉。',
      ifEmpty: '在此时间范围内没有出现 XID，或 counters 文件缺少 DCGM_FI_DEV_XID_ERRORS。',
    },
    xidHistory: {
      title: 'XID 出现的时间',
      question: '是否有许多 GPU 同时出错？',
      how: '每一步内出现各 XID 的卡数。',
      ifEmpty: '在此时间范围内没有出现 XID。',
    },
    memory: {
      title: '损坏的显存',
      question: '谁的显存在变坏，哪张卡必须更换？',
      how: '出现以下任一情况的卡各一行。上次重置以来不可纠正：结果可能有误，请排空节点。累计不可纠正：厂商报修时需要。仅有可纠正的错误无妨。重映射待生效：重置 GPU。重映射失败：更换此卡。',
      ifEmpty: `没有卡出现过这些情况。${noField('DCGM_FI_DEV_ECC_* 与 *_REMAPPED_ROWS')}`,
    },
    throttled: {
      title: '被降频的 GPU 数，按原因',
      question: '有多少 GPU 达不到应有速度，为什么？',
      how: '有超过十分之一的时间被降频的卡：gpu_throttle_seconds_total 的速率。',
      ifEmpty: noField('violation 计数器（DCGM_FI_DEV_*_VIOLATION）'),
    },
    temperatures: {
      title: '全部 GPU 的温度',
      question: '机房在变热吗？',
      how: '最热的芯片、居中的芯片（一半比它凉）、最热的显存。',
      ifEmpty: noField('DCGM_FI_DEV_GPU_TEMP'),
    },
    slowest: {
      title: '最近一小时降频最多',
      question: '哪些 GPU 被什么拖慢？',
      how: '最近一小时内因功耗或过热降频的时间比例，1 % 起。功耗受限常是有意设置：请对照节点看板上的功耗上限。过热则从来不是。',
      ifEmpty: `没有 GPU 被降频。${noField('violation 计数器（DCGM_FI_DEV_*_VIOLATION）')}`,
    },
    hottest: {
      title: '最热的 GPU',
      question: '哪里的散热出了问题？',
      how: '当前最热的 20 张卡，及其显存温度与功耗。',
      ifEmpty: noField('DCGM_FI_DEV_GPU_TEMP'),
    },
    linkErrors: {
      title: '最近一天的链路错误',
      question: '哪些线缆、插槽或交换芯片在出故障？',
      how: '24 小时内 NVLink 错误与 PCIe 重传的增量。少量重传属正常；任何 NVLink 错误都会拖慢多卡任务。',
      ifEmpty: `没有链路出错。${noField('DCGM_FI_DEV_PCIE_REPLAY_COUNTER 与 DCGM_FI_DEV_NVLINK_*_ERROR_COUNT_TOTAL')}`,
    },
    versions: {
      title: '型号与驱动',
      question: '全部 GPU 用的是同一个驱动吗？',
      how: '按型号与驱动版本统计的卡数，来自 gpu_info。',
      ifEmpty: noGpu,
    },
    nvlink: {
      title: 'NVLink，全部 GPU',
      question: '有多少数据经过 NVLink？',
      how: '全部 GPU 每秒收发字节数之和。',
      ifEmpty: noField('DCGM_FI_PROF_NVLINK_TX_BYTES 与 _RX_BYTES'),
    },
    pcie: {
      title: 'PCIe，全部 GPU',
      question: '有多少数据经过 PCIe？',
      how: '全部 GPU 每秒收发字节数之和，含包头。',
      ifEmpty: noField('DCGM_FI_PROF_PCIE_TX_BYTES 与 _RX_BYTES'),
    },
  },
} as const satisfies Messages['health'];
