import type { Messages } from '../messages.js';

const noGpu = 'Prometheus 中没有该节点的 gpu_info：是否已抓取 exporter？';
const noField = (fields: string): string =>
  `dcgm-exporter 的 counters 文件缺少 ${fields}，或该卡没有此数据。`;
const noHost = '需要 node-exporter，且其 instance 标签须为节点名（可带端口）。';

export const node = {
  title: 'GPU 节点',
  description: '这台机器健康吗，谁在上面？',
  sections: {
    well: '这台机器健康吗？',
    who: '谁在上面？',
    heat: '温度、功耗与频率',
    errors: '错误与链路',
    host: 'GPU 之外的主机资源',
  },
  panels: {
    numbers: {
      title: '当前',
      question: '有多少 GPU，用了多少，多热，多少有故障？',
      how: 'GPU 的统计与总览一致。故障：修复失败或待生效、不可纠正错误、一天内出现严重 XID 的卡。',
      ifEmpty: noGpu,
    },
    devices: {
      title: '设备',
      question: '每张卡的状况如何？',
      how: '每张卡一行；MIG 实例的利用率与显存按其占整卡的比例加总。降频：任何原因，最近 5 分钟。',
      ifEmpty: noGpu,
    },
    holders: {
      title: '谁在什么时候占用哪张卡',
      question: '谁用过这台机器？',
      how: '每个占用者与设备一行；状态为占用者在利用率中的份额。空白处：当时没有占用该设备。',
      ifEmpty: '在此时间范围内没有人占用该节点的 GPU，或没有占用来源知道。',
    },
    holdersNow: {
      title: '当前占用者',
      question: '这些是谁的 Pod？',
      how: '每个容器（或主机）与设备一行。点击租户、应用或用户可打开对应的看板。',
      ifEmpty: '目前没有人占用该节点的 GPU，或没有占用来源知道。',
    },
    utilization: {
      title: '利用率',
      question: '它忙吗？',
      how: '有内核在运行的时间比例，按卡或 MIG 实例。它不说明芯片用到了几成。',
      ifEmpty: noField('DCGM_FI_DEV_GPU_UTIL 与 DCGM_FI_PROF_GR_ENGINE_ACTIVE'),
    },
    memory: {
      title: '显存使用率',
      question: '显存满了吗？',
      how: '设备显存中已使用的部分，按卡或 MIG 实例。',
      ifEmpty: noField('DCGM_FI_DEV_FB_USED'),
    },
    temperature: {
      title: '温度',
      question: '热吗？',
      how: '芯片温度；若该卡上报，也包括显存温度。',
      ifEmpty: noField('DCGM_FI_DEV_GPU_TEMP'),
    },
    power: {
      title: '功耗与功耗上限',
      question: '是否碰到功耗上限？',
      how: '每张卡的功耗，包含其全部 MIG 实例；虚线为生效的上限。',
      ifEmpty: noField('DCGM_FI_DEV_POWER_USAGE'),
    },
    clocks: {
      title: '频率',
      question: '是否全速运行？',
      how: '流式多处理器（SM）与显存的时钟频率。空闲的 GPU 会自行降低频率。',
      ifEmpty: noField('DCGM_FI_DEV_SM_CLOCK'),
    },
    throttle: {
      title: '降频，按原因',
      question: '是什么让它变慢？',
      how: '时间比例：gpu_throttle_seconds_total 的速率。',
      ifEmpty: noField('violation 计数器（DCGM_FI_DEV_*_VIOLATION）'),
    },
    xids: {
      title: 'XID 及其含义',
      question: 'GPU 报了哪些错误，该怎么办？',
      how: '看板时间范围内各 XID 最近一次出现的时间，以 exporter 所见为准。DCGM 只给出最近一个代码：同一代码重复出现无法察觉。',
      ifEmpty: '在此时间范围内没有出现 XID。',
    },
    ecc: {
      title: '显存错误与修复',
      question: '它的显存在变坏吗？',
      how: '每一步内 ECC 错误与重映射行的增量，按卡。不可纠正的要紧；少量可纠正的无妨。',
      ifEmpty: noField('DCGM_FI_DEV_ECC_* 与 *_REMAPPED_ROWS'),
    },
    linkErrors: {
      title: '链路错误',
      question: 'PCIe 或 NVLink 有故障吗？',
      how: '每一步内 PCIe 重传与 NVLink 错误的增量，按卡。',
      ifEmpty: noField('DCGM_FI_DEV_PCIE_REPLAY_COUNTER 与 DCGM_FI_DEV_NVLINK_*_ERROR_COUNT_TOTAL'),
    },
    pcie: {
      title: 'PCIe',
      question: '有多少数据经过 PCIe？',
      how: '每张卡每秒收发的字节数，含包头。',
      ifEmpty: noField('DCGM_FI_PROF_PCIE_TX_BYTES 与 _RX_BYTES'),
    },
    nvlink: {
      title: 'NVLink',
      question: '有多少数据经过 NVLink？',
      how: '每张卡经全部链路每秒收发的字节数。',
      ifEmpty: noField('DCGM_FI_PROF_NVLINK_TX_BYTES 与 _RX_BYTES'),
    },
    cpuAndMemory: {
      title: 'CPU 与内存',
      question: '瓶颈在主机本身吗？',
      how: '非空闲的 CPU 时间比例，以及不可用内存的比例。',
      ifEmpty: noHost,
    },
    disk: {
      title: '磁盘',
      question: '磁盘满了或忙吗？',
      how: '最满的文件系统，以及最忙的磁盘的工作时间比例。',
      ifEmpty: noHost,
    },
    network: {
      title: '网络',
      question: '有多少数据经过网络？',
      how: '只统计物理网卡（按名称判断）。',
      ifEmpty: noHost,
    },
  },
} as const satisfies Messages['node'];
