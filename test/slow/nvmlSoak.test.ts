import { bundle } from '../exporter/support/program.js';
import { soak } from '../nvml/soak/run.js';
import { sizeOf, type Mark, type Size } from '../nvml/soak/size.js';
import { hopper, pulse, slice, turing } from '../nvml/stub.js';
import type { Scenario, ScriptedProcess } from '../nvml/stub.js';
import { isAlive } from '../nvml/support/alive.js';
import { startRig, type Rig } from '../nvml/support/rig.js';
import { fakePod, factsOf, ofPod } from '../nvml/support/world.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';

const CYCLES = 10_000;
/** The heaps have found their size by then. */
const WARM = 4_000;
/** 6,000 cycles lie between: less than half a KiB a cycle of what is in use, … */
const ALLOWED_HEAP = 3 * 2 ** 20;
/** … and what a process has of the machine goes up and down with the collector's moods. */
const ALLOWED_RESIDENT = 32 * 2 ** 20;

const pods = Array.from({ length: 24 }, (_, index) => fakePod(`team-${index % 3}`, `pod-${index}`));
const PER_GPU = 6;

/** Processes that no other turn has: each turn there are others, of the same pods. */
function processesOf(turn: number, gpu: number, gpuInstance?: number) {
  const place = gpuInstance === undefined ? {} : { gpuInstance };
  return Array.from({ length: PER_GPU }, (_, index) => {
    const pod = pods[(turn + gpu * PER_GPU + index) % pods.length] ?? fakePod('none', 'none');
    return ofPod(pod, { memory: (index + 1) * 2 ** 30, busy: pulse(1, 0.1, 90), ...place });
  });
}

const scripted = (list: readonly { scripted: ScriptedProcess }[]): ScriptedProcess[] =>
  list.map((one) => one.scripted);

/** Another world each turn: processes come and go, instances are made anew, a GPU is lost and found, XIDs are told. */
function worldOf(turn: number, seconds: number, rig: Rig | undefined): Scenario {
  const lists = [processesOf(turn, 0), processesOf(turn, 1), processesOf(turn, 2, 1 + (turn % 4))];
  for (const { facts } of lists.flat()) rig?.add(facts);
  const [first = [], second = [], third = []] = lists;
  const instances = [1 + (turn % 4), 5, 6].map((one) => slice(2, one));
  const lost = turn % 5 === 4 ? { lost: 'NVML_ERROR_GPU_IS_LOST' } : {};
  const told = rig?.stub.scenario().xids ?? [];
  return {
    driver: '580.82.07',
    gpus: [
      hopper(0, { processes: scripted(first) }),
      turing(1, { processes: scripted(second), ...lost }),
      hopper(2, { mig: true, instances, processes: scripted(third) }),
    ],
    xids: [...told, { gpu: 0, code: 31, at: seconds + 0.2 }],
  };
}

let programs: TemporaryFolder;
let rig: Rig;
afterAll(async () => {
  await rig.end();
  await programs.remove();
});

interface Seen extends Mark {
  readonly agent: Size;
}

const largest = (marks: readonly Seen[], size: (mark: Seen) => number): number =>
  Math.max(...marks.map(size));

it('10,000 cycles over changing worlds: no memory, file, thread or handle of the driver grows', async () => {
  programs = await temporaryFolder('nvml-soak');
  const program = await bundle(programs.path);
  rig = await startRig({
    scenario: worldOf(0, 0, undefined),
    processes: factsOf([...processesOf(0, 0)]),
    pods,
    interval: 15,
  });
  const seen: Seen[] = [];
  let turn = 0;
  const onMark = async (mark: Mark): Promise<void> => {
    const [agent = 0] = (await rig.pidOfAgents()).filter(isAlive);
    seen.push({ ...mark, agent: sizeOf(agent) });
    turn += 1;
    await rig.stub.set(worldOf(turn, rig.stub.seconds(), rig));
  };
  await soak({ folder: programs.path, program, config: rig.config, cycles: CYCLES, onMark });

  expect(seen.at(-1)?.cycle).toBe(CYCLES);
  // It did its work all the time: devices were there, and what is lost is no failure of the source.
  expect(seen.every(({ series }) => series > 100)).toBe(true);
  const before = seen.filter(({ cycle }) => cycle > WARM - 2_000 && cycle <= WARM);
  const after = seen.filter(({ cycle }) => cycle > CYCLES - 2_000);
  const grown = (size: (mark: Seen) => number): number =>
    largest(after, size) - largest(before, size);
  expect(grown(({ heapBytes }) => heapBytes)).toBeLessThan(ALLOWED_HEAP);
  expect(grown(({ size }) => size.residentBytes)).toBeLessThan(ALLOWED_RESIDENT);
  expect(grown(({ agent }) => agent.residentBytes)).toBeLessThan(ALLOWED_RESIDENT / 2);
  expect(grown(({ size }) => size.files)).toBeLessThanOrEqual(0);
  expect(grown(({ agent }) => agent.files)).toBeLessThanOrEqual(0);
  expect(grown(({ agent }) => agent.threads)).toBeLessThanOrEqual(0);

  const [counts] = [...(await rig.stub.counts()).values()];
  // Two per GPU and instance that is looked at, and one set of events.
  expect(counts?.gpmSamplesMade).toBeGreaterThan(20);
  expect(counts?.gpmSamples).toBeLessThanOrEqual(16);
  expect(counts?.eventSets).toBeLessThanOrEqual(2);
  expect(counts?.sessions).toBeLessThanOrEqual(1);
  expect(counts?.misuses).toBe(0);
}, 1_800_000);
