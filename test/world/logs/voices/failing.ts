import { clock, hexDigits, oneOf, whole, type Voice } from './voice.js';

const stamp = (atMs: number): string => {
  const { date, time, ms } = clock(atMs);
  return `${date} ${time},${ms}`;
};

const timeout: Voice = ({ atMs, random }) => {
  const rank = String(whole(random, 0, 16));
  const what = random.pick(['ALLREDUCE', 'ALLGATHER', 'REDUCE_SCATTER']);
  return [
    {
      level: 'error',
      stream: 'stderr',
      line: `${stamp(atMs)} ERROR trainer.comm rank ${rank}: NCCL watchdog: ${what} timed out after 600 s (peer 13 on gpu-h100-3 does not answer)`,
    },
  ];
};

const uncorrectable: Voice = ({ atMs, random }) => [
  {
    level: 'error',
    stream: 'stderr',
    line: `${stamp(atMs)} ERROR trainer.loop step failed: CUDA error: uncorrectable ECC error encountered on rank ${String(whole(random, 12, 14))}`,
  },
  { stream: 'stderr', line: 'Traceback (most recent call last):' },
  { stream: 'stderr', line: '  File "/app/pretrain.py", line 388, in step' },
  { stream: 'stderr', line: '    loss.backward()' },
  { stream: 'stderr', line: 'RuntimeError: a collective was aborted', level: 'error' },
];

const again: Voice = ({ atMs, random }) => [
  {
    level: 'warning',
    stream: 'stderr',
    line: `${stamp(atMs)} WARNING trainer.loop starts again from /data/ckpt/${hexDigits(random, 8)}.pt, attempt ${String(whole(random, 2, 9))}`,
  },
];

/** A job over many GPUs of which one has gone bad. */
export const failing: Voice = oneOf([
  [60, timeout],
  [25, uncorrectable],
  [15, again],
]);
