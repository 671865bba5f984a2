import type { Messages } from '../messages.js';

export const xids = {
  '13': { meaning: '程序的内核（kernel）执行出错', advice: '由应用负责人调试程序' },
  '31': { meaning: '程序访问了不属于它的显存', advice: '由应用负责人调试程序' },
  '43': { meaning: 'GPU 终止了该程序', advice: '由应用负责人查看程序日志' },
  '45': { meaning: '程序在运行中被结束', advice: '查看此前是否有其他错误' },
  '48': { meaning: '不可纠正的显存错误', advice: '排空节点并重置 GPU' },
  '62': { meaning: 'GPU 内部控制器停止响应', advice: '重置 GPU；再次出现则更换' },
  '63': { meaning: '损坏的显存行已被重映射', advice: '待 GPU 空闲时重置' },
  '64': { meaning: '损坏的显存行无法重映射', advice: '更换此卡' },
  '74': { meaning: 'NVLink 错误', advice: '重置；检查链路与交换芯片' },
  '79': { meaning: 'GPU 掉卡（从总线上消失）', advice: '重启节点；检查供电与插槽' },
  '92': { meaning: '可纠正的显存错误过多', advice: '持续观察；待空闲时重置' },
  '94': { meaning: '显存错误，影响仅限于该程序', advice: '重启程序，随后重置 GPU' },
  '95': { meaning: '显存错误，影响未被隔离', advice: '排空节点并重置 GPU' },
  '119': { meaning: 'GPU 固件（GSP）无响应', advice: '重置 GPU 或重启节点；升级驱动' },
  '120': { meaning: 'GPU 固件（GSP）出错', advice: '重置 GPU 或重启节点；升级驱动' },
} as const satisfies Messages['xids'];
