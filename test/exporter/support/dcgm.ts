import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A dcgm-exporter of a test, whose behaviour can be changed while it runs. */
export interface Dcgm {
  readonly url: string;
  answer: RequestListener;
  /** How often it was asked. */
  readonly asked: () => number;
  /** How many wait for the end of their answer. */
  readonly waiting: () => number;
  /** Dies: nothing listens any more. */
  die(): Promise<void>;
  /** Lives again, on the same port. */
  rise(): Promise<void>;
}

/** Labels that dcgm-exporter 4.x writes for a GPU held by a pod. */
const LABELS =
  'gpu="0",UUID="GPU-00000000-0000-0000-0000-000000000001",pci_bus_id="00000000:41:00.0",device="nvidia0",modelName="Synthetic X1",Hostname="gpu-1",container="main",namespace="team-a",pod="train-0"';

let joules = 1_000_000;

/** What it serves when all is well; the energy counter goes on, as a living GPU's does. */
export function healthy(): string {
  joules += 300_000;
  return [
    `DCGM_FI_DEV_GPU_UTIL{${LABELS}} 50`,
    `DCGM_FI_DEV_GPU_TEMP{${LABELS}} 40`,
    `DCGM_FI_DEV_POWER_USAGE{${LABELS}} 300`,
    `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{${LABELS}} ${joules}`,
    '',
  ].join('\n');
}

export const well: RequestListener = (_, response) => {
  response.setHeader('content-type', 'text/plain; version=0.0.4').end(healthy());
};

/** What was done while DCGM kept one asker waiting; done again where a busy machine was too late for that. */
export async function whileItHangs<T>(dcgm: Dcgm, work: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + 40_000; performance.now() < deadline;) {
    const asked = dcgm.asked();
    if (dcgm.waiting() === 0) await sleep(5);
    else {
      const done = await work();
      if (dcgm.waiting() > 0 && dcgm.asked() === asked) return done;
    }
  }
  throw new Error('it was never done before DCGM was given up');
}

export async function startDcgm(): Promise<Dcgm> {
  let count = 0;
  let waiting = 0;
  const server = createServer((request, response) => {
    count += 1;
    waiting += 1;
    response.once('close', () => (waiting -= 1));
    dcgm.answer(request, response);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const dcgm: Dcgm = {
    url: `http://127.0.0.1:${port}/metrics`,
    answer: well,
    asked: () => count,
    waiting: () => waiting,
    die: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    rise: () => listen(port),
  };
  return dcgm;
}
