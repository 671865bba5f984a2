import { clock, hexDigits, oneOf, whole, type Voice } from './voice.js';

const stamp = (atMs: number): string => {
  const { date, time, ms } = clock(atMs);
  return `${date} ${time},${ms}`;
};

const epoch: Voice = ({ atMs, random, turn }) => {
  const loss = (2.4 * Math.exp(-turn / 900) + random.between(0, 0.2)).toFixed(4);
  return [
    {
      level: 'info',
      stream: 'stderr',
      line: `${stamp(atMs)} INFO trainer.loop epoch=${String(1 + Math.floor(turn / 200))} step=${String(turn)} loss=${loss} lr=3.0e-05`,
    },
  ];
};

const progress: Voice = ({ turn }) => {
  const part = turn % 101;
  const bar = '█'.repeat(Math.floor(part / 10)).padEnd(10, ' ');
  return [
    { stream: 'stderr', line: `train ${String(part).padStart(3)}%|${bar}| ${String(part)}/100` },
  ];
};

const nccl: Voice = ({ source, random }) => {
  const node = source.kind === 'pod' ? source.node : source.host;
  const pid = whole(random, 60, 400);
  return [
    {
      level: 'warning',
      line: `${node}:${String(pid)}:${String(pid + 7)} [${String(whole(random, 0, 4))}] NCCL WARN ring 0 to peer ${String(whole(random, 0, 8))} is slow, retrying over socket`,
    },
  ];
};

const cudaMemory: Voice = ({ atMs, random }) => [
  {
    level: 'error',
    stream: 'stderr',
    line: `${stamp(atMs)} ERROR trainer.loop step failed: CUDA_ERROR_OUT_OF_MEMORY while asking for ${String(whole(random, 200, 9000))} MiB`,
  },
  { stream: 'stderr', line: 'Traceback (most recent call last):' },
  { stream: 'stderr', line: '  File "/app/train.py", line 214, in run' },
  { stream: 'stderr', line: '    batch = batch.to(device)' },
  { stream: 'stderr', line: 'RuntimeError: device 0 has no room for this batch', level: 'error' },
];

const chineseMemory: Voice = ({ atMs, random }) => [
  {
    level: 'error',
    line: `${stamp(atMs)} 错误 训练器 显存不足:需要 ${String(whole(random, 2, 30))} GiB,仅剩 1 GiB`,
  },
];

const chineseWarning: Voice = ({ atMs, turn }) => [
  { level: 'warning', line: `${stamp(atMs)} 警告 数据加载 第 ${String(turn)} 步等待磁盘` },
];

const checkpoint: Voice = ({ random }) => [
  {
    level: 'info',
    line: `\u001b[32mINFO\u001b[0m checkpoint written to /data/ckpt/${hexDigits(random, 8)}.pt`,
  },
];

const blank: Voice = () => [{ line: '' }];

/** PyTorch-like jobs of teams that write in English and Chinese. */
export const training: Voice = oneOf([
  [70, epoch],
  [12, progress],
  [4, nccl],
  [1, cudaMemory],
  [1.5, chineseMemory],
  [3, chineseWarning],
  [4, checkpoint],
  [2, blank],
]);
