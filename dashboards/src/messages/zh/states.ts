import type { Messages } from '../messages.js';

export const states = {
  free: '空闲',
  heldIdle: '占而未用',
  sick: '故障',
  throttled: '降频',
  idle: '闲置（低于 5 %）',
  light: '轻载（5 % 到 50 %）',
  busy: '繁忙（高于 50 %）',
  up: '正常',
  down: '异常',
  fullNow: '已满',
  notInSight: '暂不会满',
  tooLittleHistory: '历史数据不足',
  verdict: {
    fault: '一小时内出现过 GPU 错误',
    heat: '因过热降频',
    power: '受功耗上限限制',
    notUsing: '没有使用 GPU',
    waiting: '在等数据或 CPU',
    memoryBound: '受显存带宽限制',
    fillsLittle: '内核只用到芯片的一小部分',
    tensor: '正在用 Tensor Core 计算',
    plain: '繁忙，无明显瓶颈',
  },
  problem: {
    remapFailed: '行重映射失败：更换此卡',
    remapPending: '行重映射待生效：重置 GPU',
    pagesPending: '有待隔离的显存页：重启节点',
    uncorrectable: '不可纠正的显存错误',
  },
} as const satisfies Messages['states'];
