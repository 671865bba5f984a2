import { setTimeout as sleep } from 'node:timers/promises';
import type { Gpu } from './cuda.js';
import { openGpu } from './cuda.js';
import type { LoadLog, Run } from './truth.js';

/** What a load is told to do, as JSON in its argument. */
export interface LoadOrder {
  readonly name: string;
  readonly cuda: string;
  readonly device: number;
  /** Part of the time in which its kernels should run, 0 to 1; 0 only holds memory. */
  readonly duty: number;
  readonly memoryBytes: number;
  readonly periodMs: number;
  /** Time of one turn alone on the GPU, where somebody has measured it before. */
  readonly msPerTurn?: number;
}

const TRIAL_TURNS = 20_000;
const TRIAL_MS = 20;
const TRIALS = 7;

/** Milliseconds of one turn of the kernel's loop; the GPU must have nothing else to do. */
export function calibrate(gpu: Gpu): number {
  // The first runs wake the GPU up.
  let turns = TRIAL_TURNS;
  for (let warm = 0; warm < 5; warm += 1) {
    const { gpuMs } = gpu.spin(turns);
    turns *= Math.min(10, Math.max(0.1, TRIAL_MS / Math.max(0.01, gpuMs)));
  }
  const times = Array.from({ length: TRIALS }, () => gpu.spin(turns).gpuMs / turns);
  return times.sort((a, b) => a - b)[Math.floor(TRIALS / 2)] ?? 0;
}

/** Works until told to end: a part of each period, beginning with the period. */
export async function work(
  gpu: Pick<Gpu, 'spin'>,
  { duty, periodMs }: Pick<LoadOrder, 'duty' | 'periodMs'>,
  msPerTurn: number,
  stop: AbortSignal,
): Promise<Run[]> {
  const runs: Run[] = [];
  const start = Date.now();
  while (!stop.aborted) {
    if (duty > 0) {
      const turns = (duty * periodMs) / msPerTurn;
      const fromMs = Date.now();
      gpu.spin(turns);
      runs.push({ fromMs, toMs: Date.now(), workMs: Math.max(1, Math.round(turns)) * msPerTurn });
    }
    const elapsed = Date.now() - start;
    const pause = duty >= 1 ? 0 : periodMs - (elapsed % periodMs);
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
  }
  return runs;
}

/** The load's program: says `ready`, works until its input ends, and prints its log. */
export async function runLoad(order: LoadOrder): Promise<void> {
  const gpu = await openGpu(order.cuda, order.device);
  if (order.memoryBytes > 0) gpu.hold(order.memoryBytes);
  const msPerTurn = order.msPerTurn ?? calibrate(gpu);
  const stop = new AbortController();
  process.stdin.on('end', () => stop.abort()).resume();
  process.stdout.write('ready\n');
  const runs = await work(gpu, order, msPerTurn, stop.signal);
  const { name, device, duty, memoryBytes } = order;
  const log: LoadLog = {
    name,
    pid: process.pid,
    uid: process.getuid?.() ?? 0,
    device,
    duty,
    memoryBytes,
    msPerTurn,
    runs,
  };
  process.stdout.write(`${JSON.stringify(log)}\n`);
  gpu.close();
}
