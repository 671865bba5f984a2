import { setTimeout as sleep } from 'node:timers/promises';
import { bundle, SOON_MS } from '../exporter/support/program.js';
import { fetchPage, type Scrape } from '../exporter/support/scrape.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { isAlive } from './support/alive.js';
import { startRig, watch, type Rig, type RigOptions, type Watching } from './support/rig.js';
import { fakePod, factsOf, ofPod, scriptedOf } from './support/world.js';
import { GIB, gpuUuid, hopper } from './stub.js';
import type { Scenario } from './stub.js';

const pod = fakePod('team-a', 'train');
const train = ofPod(pod, { memory: 8 * GIB, busy: 50 });

const healthy: Scenario = {
  driver: '580.82.07',
  gpus: [hopper(0, { processes: scriptedOf([train]) }), hopper(1)],
};

let programs: TemporaryFolder;
let program: string;
let rig: Rig;
let running: Watching;

beforeAll(async () => {
  programs = await temporaryFolder('nvml-failures');
  program = await bundle(programs.path);
});
afterAll(() => programs.remove());

/** Those that live on, after some patience. */
async function leftOf(agents: readonly number[]): Promise<number[]> {
  const deadline = performance.now() + 40_000;
  while (agents.some(isAlive) && performance.now() < deadline) await sleep(50);
  return agents.filter(isAlive);
}
afterEach(async () => {
  const agents = await rig.pidOfAgents();
  await running.end('SIGKILL');
  const left = await leftOf(agents);
  await rig.end();
  expect(left).toEqual([]);
});

async function start(options: Partial<RigOptions> = {}): Promise<Scrape> {
  rig = await startRig({
    scenario: healthy,
    processes: factsOf([train]),
    pods: [pod],
    ...options,
  });
  running = await watch(program, rig);
  return running.until('a look', isWell);
}

const isUp = ({ value }: Scrape): boolean =>
  value('gpuscope_exporter_source_up', { source: 'nvml' }) === 1;
const temperature = (gpu: string) => (seen: Scrape) =>
  seen.value('gpu_temperature_celsius', { gpu });
const isWell = (seen: Scrape): boolean => isUp(seen) && temperature('0')(seen) !== undefined;

const living = async (): Promise<number[]> => (await rig.pidOfAgents()).filter(isAlive);

/** Waits until another agent has opened the library, and is the only one. */
const newAgentAfter = (old: readonly number[]): Promise<Scrape> =>
  running.until('a new agent', async () => {
    const alive = await living();
    return alive.length === 1 && alive.every((pid) => !old.includes(pid));
  });

/** Sets of events of the agent that lives. */
async function registered(): Promise<number> {
  const counts = await rig.stub.counts();
  const alive = await living();
  return alive.reduce((sum, pid) => sum + (counts.get(pid)?.eventSets ?? 0), 0);
}

const words = (): string => running.log.map((line) => JSON.stringify(line)).join('\n');

const readiness = async (): Promise<string> => (await fetchPage(`${running.url}/-/ready`)).text;

describe('a GPU that falls off the bus', () => {
  it('is told of, alone, and is back when it is back', async () => {
    await start();
    const [first, second] = healthy.gpus as [(typeof healthy.gpus)[0], (typeof healthy.gpus)[0]];
    const lost = { ...second, lost: 'NVML_ERROR_GPU_IS_LOST' };
    await rig.stub.set({ ...healthy, gpus: [first, lost] });
    const seen = await running.until(
      'the lost device',
      (page) =>
        page.value('gpuscope_exporter_lost_devices') === 1 && temperature('1')(page) === undefined,
    );
    expect(isUp(seen)).toBe(true);
    expect(temperature('0')(seen)).toBe(54);
    expect(seen.value('gpu_workload_memory_used_bytes', { pod: 'train' })).toBe(8 * GIB);
    expect(words()).toContain(second.pciBusId);
    expect(words()).toContain('NVML_ERROR_GPU_IS_LOST');
    await rig.stub.set(healthy);
    const back = await running.until('it is back', (page) => temperature('1')(page) === 54);
    expect(back.value('gpuscope_exporter_lost_devices')).toBe(0);
  });
});

describe('a call that fails', () => {
  it('for want of support is no failure: the figure is absent, nothing else', async () => {
    const call = 'nvmlDeviceGetPowerUsage';
    const failures = [{ call, code: 'NVML_ERROR_NOT_SUPPORTED', gpu: 1 }];
    const seen = await start({ scenario: { ...healthy, failures } });
    expect(seen.value('gpu_power_watts', { gpu: '0' })).toBe(300);
    expect(seen.value('gpu_power_watts', { gpu: '1' })).toBeUndefined();
    expect(seen.value('gpu_power_limit_watts', { gpu: '1' })).toBe(700);
    expect(words()).not.toContain(call);
  });

  it('for another reason is named, and costs that figure alone', async () => {
    const call = 'nvmlDeviceGetPowerUsage';
    const failures = [{ call, code: 'NVML_ERROR_UNKNOWN', gpu: 1 }];
    const seen = await start({ scenario: { ...healthy, failures } });
    expect(seen.value('gpu_power_watts', { gpu: '1' })).toBeUndefined();
    expect(seen.value('gpu_power_limit_watts', { gpu: '1' })).toBe(700);
    expect(words()).toContain(call);
    const labels = { call, code: 'NVML_ERROR_UNKNOWN' };
    expect(seen.value('gpuscope_exporter_nvml_call_failures_total', labels)).toBeGreaterThan(0);
  });
});

describe('a driver that changes under the exporter', () => {
  it.each<readonly [string, Partial<Scenario>]>([
    ['is loaded anew', { reload: 1 }],
    ['is replaced by another version', { driver: '590.10.01' }],
  ])('%s: a new agent reads on', async (_, change) => {
    await start();
    const agents = await rig.pidOfAgents();
    await rig.stub.set({ ...healthy, ...change });
    const { driver } = rig.stub.scenario();
    await newAgentAfter(agents);
    const seen = await running.until(
      'it reads on',
      (page) => isWell(page) && page.value('gpu_info', { driver_version: driver }) === 1,
    );
    expect(seen.value('gpu_workload_memory_used_bytes', { pod: 'train' })).toBe(8 * GIB);
  });

  it('is taken away, and comes back: the reason is told meanwhile', async () => {
    await start();
    await rig.stub.set({ ...healthy, unloaded: true });
    // On a busy machine the first to be told may be that it takes long.
    await running.until('it is down, and why', async (page) => {
      return !isUp(page) && /driver/i.test(await readiness());
    });
    await rig.stub.set(healthy);
    await running.until('it is up', isWell);
  });
});

describe('a driver that hangs', () => {
  it('keeps no scrape waiting, is named, and is asked again by a new agent', async () => {
    // A source may take 0.6 of it, which is longer than a look: so the cycle hears which call it is.
    await start({ interval: 9 });
    const [agent = 0] = await rig.pidOfAgents();
    await rig.stub.set({ ...healthy, hangs: [{ call: 'nvmlDeviceGetTemperature', gpu: 1 }] });
    // Who waited for the driver would wait for five seconds, each time.
    const seen = await running.until(
      'it is down, which is told at once',
      (page) => !isUp(page) && page.page.ms < 1_000,
    );
    // From memory, for a while.
    expect(temperature('0')(seen)).toBe(54);
    await running.until('which call', async () =>
      /hangs in nvmlDeviceGetTemperature/.test(await readiness()),
    );
    expect(running.log.find(({ code }) => code === 'SOURCE_TIMEOUT')).toMatchObject({
      source: 'nvml',
    });
    await rig.stub.set(healthy);
    await newAgentAfter([agent]);
    const back = await running.until('it is up', isWell);
    expect(back.value('gpuscope_exporter_nvml_agent_restarts_total')).toBeGreaterThanOrEqual(1);
  });

  it('from the first call on: the page is there without GPUs, and says why', async () => {
    const hangs = [{ call: 'nvmlInit_v2' }];
    rig = await startRig({ scenario: { ...healthy, hangs }, pods: [], interval: 10 });
    running = await watch(program, rig);
    const seen = await running.until(
      'it is down',
      ({ value }) => value('gpuscope_exporter_source_up', { source: 'nvml' }) === 0,
    );
    expect(temperature('0')(seen)).toBeUndefined();
    expect(seen.value('gpuscope_exporter_build_info')).toBe(1);
    await running.until('why', async () => /nvmlInit/.test(await readiness()));
  });

  it('does not keep the program from its end', async () => {
    await start();
    const agents = await rig.pidOfAgents();
    await rig.stub.set({ ...healthy, hangs: [{ call: '*' }] });
    await sleep(500);
    const { status, ms } = await running.end('SIGTERM');
    expect(status).toBe(0);
    expect(ms).toBeLessThan(SOON_MS);
    expect(await leftOf(agents)).toEqual([]);
  });
});

describe('the agent', () => {
  it('killed from outside is started anew, and accounts go on', async () => {
    await start();
    const account = { tenant: 'team-a', app: 'train' };
    const charged = ({ value }: Scrape): number =>
      value('gpu_account_allocated_seconds_total', account) ?? 0;
    const before = await running.until('an account', (page) => charged(page) > 0);
    const [agent = 0] = await rig.pidOfAgents();
    process.kill(agent, 'SIGKILL');
    const after = await running.until(
      'it is back',
      (page) => isWell(page) && charged(page) > charged(before) + 3,
    );
    expect(after.value('gpu_workload_memory_used_bytes', { pod: 'train' })).toBe(8 * GIB);
    await newAgentAfter([agent]);
  });

  it('dies with a parent that was killed, whatever the driver does at that moment', async () => {
    await start();
    await rig.stub.set({ ...healthy, hangs: [{ call: '*' }] });
    await sleep(500);
    const agents = await living();
    expect(agents).toHaveLength(1);
    await running.end('SIGKILL');
    expect(await leftOf(agents)).toEqual([]);
  });

  it('counts each XID once over looks, and begins anew with a new agent without losing count', async () => {
    await start();
    const xid = (seen: Scrape): number | undefined =>
      seen.value('gpu_xid_errors_total', { uuid: gpuUuid(1), xid: '31' });
    await running.until('it registered for XIDs', async () => (await registered()) === 1);
    const at = rig.stub.seconds() + 1;
    const twice = [31, 31].map((code) => ({ gpu: 1, code, at }));
    await rig.stub.set({ ...healthy, xids: twice });
    await running.until('two XIDs', (seen) => xid(seen) === 2);
    const [agent = 0] = await rig.pidOfAgents();
    process.kill(agent, 'SIGKILL');
    await newAgentAfter([agent]);
    await running.until('it registered for XIDs', async () => (await registered()) === 1);
    const later = { gpu: 1, code: 31, at: rig.stub.seconds() + 1 };
    await rig.stub.set({ ...healthy, xids: [...twice, later] });
    const seen = await running.until('a third', (page) => (xid(page) ?? 0) > 2);
    expect(xid(seen)).toBe(3);
  });
});

describe('process ids', () => {
  it('used anew by another pod’s process: each pod has what was its own', async () => {
    const next = fakePod('team-b', 'next');
    await start({ pods: [pod, next] });
    const { pid } = train.facts;
    await rig.remove(pid);
    rig.add({ pid, cgroup: next.cgroup, uid: 1000, startTicks: 9_999 });
    const [first, second] = healthy.gpus;
    const reused = { ...first, processes: [{ pid, memory: 3 * GIB, busy: 20 }] };
    await rig.stub.set({ ...healthy, gpus: [reused, second] as Scenario['gpus'] });
    const seen = await running.until(
      'the new pod',
      ({ value }) => value('gpu_workload_memory_used_bytes', { pod: 'next' }) === 3 * GIB,
    );
    const settled = await running.until(
      'the old pod is gone',
      ({ value }) => value('gpu_workload_memory_used_bytes', { pod: 'train' }) === undefined,
    );
    expect(seen.value('gpu_workload_memory_used_bytes', { pod: 'train' }) ?? 0).toBe(0);
    expect(settled.value('gpu_workload_memory_used_bytes', { pod: 'next' })).toBe(3 * GIB);
  });
});
