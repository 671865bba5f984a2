import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundle } from '../../test/exporter/support/program.js';
import type { RigOptions } from '../../test/nvml/support/rig.js';
import { startRig, watch } from '../../test/nvml/support/rig.js';
import { factsOf } from '../../test/nvml/support/world.js';
import { temporaryFolder } from '../../test/servers/temporaryFolder.js';
import type { Watched } from './cost.js';
import { watchCost } from './cost.js';
import type { Site } from './site.js';
import { makeSite } from './site.js';

interface Times {
  /** The site's interval, seconds: the default, or a short one to try the bench out. */
  readonly interval: number;
  readonly seconds: number;
}

/** Serves what the rig says and watches what that costs. */
async function measure(program: string, options: RigOptions, times: Times): Promise<Watched> {
  const rig = await startRig({ ...options, interval: times.interval });
  const running = await watch(program, rig);
  try {
    const account = 'gpu_account_allocated_seconds_total';
    await running.until('two cycles', ({ value }) => (value(account) ?? 0) > 0);
    const [agent] = await rig.pidOfAgents();
    const pids = { exporter: running.pid, ...(agent !== undefined && { agent }) };
    return await watchCost(running.url, pids, times.seconds, times.interval);
  } finally {
    await running.end('SIGTERM');
    await rig.end();
  }
}

async function measureDcgm(program: string, site: Site, times: Times): Promise<Watched> {
  const server = createServer((_, response) => response.end(site.exposition()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
  try {
    const options = { scenario: site.scenario, pods: site.pods, sources: [{ dcgm: { url } }] };
    return await measure(program, { ...options, holders: ['dcgmLabels'] }, times);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

function rowsOf(what: string, { costs, lookMs, cycleMs, series }: Watched) {
  const all = Object.values(costs);
  const sum = (of: (cost: (typeof all)[number]) => number) =>
    all.reduce((total, cost) => total + of(cost), 0);
  const parts = Object.entries(costs).map(([name, cost]) => ({
    what: `${what}: ${name}`,
    'CPU s/min': rounded(cost.cpuSecondsPerMinute, 2),
    'RSS MiB': rounded(cost.residentMiB),
  }));
  return [
    ...parts,
    {
      what: `${what}: all`,
      'CPU s/min': rounded(
        sum((cost) => cost.cpuSecondsPerMinute),
        2,
      ),
      'RSS MiB': rounded(sum((cost) => cost.residentMiB)),
      'ms a look': rounded(lookMs),
      'ms a cycle': rounded(cycleMs),
      series,
    },
  ];
}

export async function benchNvml(isSmoke: boolean): Promise<void> {
  const times = isSmoke ? { interval: 1, seconds: 3 } : { interval: 15, seconds: 60 };
  const folder = await temporaryFolder('bench-nvml');
  try {
    const program = await bundle(folder.path);
    const site = makeSite();
    const { scenario, processes, pods } = site;
    const nvml = await measure(
      program,
      { scenario, pods, processes: factsOf(processes), sampleEvery: '500ms' },
      times,
    );
    const dcgm = await measureDcgm(program, site, times);
    console.log(
      `\n8 GPUs, 64 processes in 64 pods; a cycle and a scrape every ${times.interval} s, for ${times.seconds} s`,
    );
    console.table([...rowsOf('nvml and processes', nvml), ...rowsOf('dcgm', dcgm)]);
    const cpu = ({ costs }: Watched) =>
      Object.values(costs).reduce((sum, { cpuSecondsPerMinute }) => sum + cpuSecondsPerMinute, 0);
    console.log(`CPU, nvml ÷ dcgm: ${rounded(cpu(nvml) / cpu(dcgm), 2)}`);
  } finally {
    await folder.remove();
  }
}
