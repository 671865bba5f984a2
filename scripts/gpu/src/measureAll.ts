import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseExposition } from '@gpuscope/aggregation';
import { readLooks } from '@gpuscope/exporter';
import type { Options } from './arguments.js';
import { attributionOf } from './attribution.js';
import type { Compared } from './compare.js';
import { compareGpu, SMI_FIELDS } from './compare.js';
import type { LoadOrder } from './load.js';
import type { Mps } from './mps.js';
import { startMps } from './mps.js';
import type { Env, RunningLoad } from './programs.js';
import { finish, startLoad } from './programs.js';
import type { Measured, Report } from './report.js';
import type { Scenario } from './scenarios.js';
import { SCENARIOS } from './scenarios.js';
import type { SmiRow } from './smi.js';
import { querySmi } from './smi.js';
import type { LoadLog } from './truth.js';

export interface MeasureParts {
  readonly options: Options;
  /** File of this program, which is the loads' too; the exporter lies beside it. */
  readonly program: string;
  /** A folder that is removed at the end. */
  readonly folder: string;
  readonly kernel: string;
  readonly say: (text: string) => void;
}

const PERIOD_MS = 200;
const SETTLE_MS = 2_000;
const INTERVAL_S = 5;

const exporterBeside = (program: string): string => join(dirname(program), 'gpuscope-exporter.mjs');

async function exporter(parts: MeasureParts, args: readonly string[]): Promise<string> {
  const config = join(parts.folder, 'gpuscope.json');
  const all = [exporterBeside(parts.program), ...args, '--config', config];
  const { ok, text } = await finish(process.execPath, all);
  if (ok) return text;
  throw new Error(`gpuscope-exporter ${args[0]}: ${text.trim()}`);
}

/** gpuscope.yaml for this machine; YAML holds JSON. */
async function writeConfig({ options: { library }, folder }: MeasureParts): Promise<void> {
  const nvml = library === undefined ? {} : { library };
  const section = {
    node: 'measured',
    sources: [{ nvml }],
    holders: [{ processes: nvml }],
    pods: 'none',
  };
  const site = { version: 1, cluster: 'measured', exporter: section };
  await writeFile(join(folder, 'gpuscope.json'), JSON.stringify(site));
}

const smiRows = ({ options: { smi } }: MeasureParts): Promise<SmiRow[]> =>
  querySmi((args) => finish(smi, args), SMI_FIELDS);

/** Our series of one cycle against nvidia-smi at the same moment. */
async function compareNow(parts: MeasureParts): Promise<Compared[]> {
  const [text, rows] = await Promise.all([exporter(parts, ['render']), smiRows(parts)]);
  const { samples } = parseExposition(text);
  return rows.flatMap((row) => compareGpu(samples, row));
}

/** Starts loads one after another, and ends them when `during` has, whatever became of it. */
async function loadsOf(
  { program }: MeasureParts,
  orders: readonly LoadOrder[],
  env: Env,
  during: () => Promise<void>,
): Promise<LoadLog[]> {
  const loads: RunningLoad[] = [];
  const end = () => Promise.all(loads.map((load) => load.end()));
  try {
    for (const order of orders) loads.push(await startLoad(program, order, env));
    await during();
  } catch (error) {
    await end().catch(() => undefined);
    throw error;
  }
  return end();
}

async function migDevice({ options: { smi } }: MeasureParts): Promise<string | undefined> {
  const { text } = await finish(smi, ['-L']);
  return /UUID: (MIG-[0-9a-f-]+)/.exec(text)?.[1];
}

/** What a scenario needs to be had; a text says why it can't. */
async function surroundings(
  parts: MeasureParts,
  { needs }: Scenario,
): Promise<{ readonly env: Env; readonly mps?: Mps } | string> {
  const mig = await migDevice(parts);
  if (needs === 'mig') {
    return mig === undefined
      ? 'There is no MIG instance here, and making one would change the machine.'
      : { env: { CUDA_VISIBLE_DEVICES: mig } };
  }
  if (mig !== undefined) return 'The GPU is cut into MIG instances: it can’t be worked on whole.';
  if (needs !== 'mps') return { env: {} };
  const mps = await startMps();
  return typeof mps === 'string' ? mps : { env: mps.env, mps };
}

async function measureOne(
  parts: MeasureParts,
  scenario: Scenario,
  msPerTurn: number,
  origin: string,
): Promise<Measured> {
  const { options } = parts;
  const { name } = scenario;
  const found = await surroundings(parts, scenario);
  if (typeof found === 'string') return { name, skipped: found };
  const { env, mps } = found;
  const recording = `${name}.jsonl.gz`;
  const output = join(options.out, recording);
  await rm(output, { force: true });
  let compared: readonly Compared[] = [];
  try {
    const orders = scenario.loads.map((load, index) => ({
      ...load,
      name: `${name}-${index + 1}`,
      cuda: options.cuda,
      device: scenario.needs === 'mig' ? 0 : options.device,
      periodMs: PERIOD_MS,
      msPerTurn,
    }));
    const logs = await loadsOf(parts, orders, env, async () => {
      await sleep(SETTLE_MS);
      const times = ['--interval', `${INTERVAL_S}s`, '--duration', `${options.seconds}s`];
      const anonymise = options.anonymise ? ['--anonymise'] : [];
      await exporter(parts, [
        'record',
        '--output',
        output,
        '--origin',
        origin,
        ...times,
        ...anonymise,
      ]);
      compared = await compareNow(parts);
    });
    const attribution = attributionOf(await readLooks(output), logs);
    return { name, recording, attribution, compared, logs };
  } finally {
    await mps?.end();
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** One turn of the kernel's loop alone on the GPU: a load that does nothing else. */
async function calibrated(parts: MeasureParts): Promise<number> {
  const { cuda, device } = parts.options;
  const order = { name: 'calibration', cuda, device, duty: 0, memoryBytes: 0, periodMs: PERIOD_MS };
  const [log] = await loadsOf(parts, [order], {}, () => Promise.resolve());
  return log?.msPerTurn ?? 0;
}

/** @throws Error where there is no GPU, no driver or no nvidia-smi, in their own words */
export async function measureAll(parts: MeasureParts): Promise<Report> {
  const { say, kernel, options } = parts;
  await writeConfig(parts);
  const [first] = await smiRows(parts);
  if (first === undefined) throw new Error('nvidia-smi knows of no GPU');
  const date = new Date().toISOString().slice(0, 10);
  const origin = `${first['name'] ?? 'unnamed GPU'}, driver ${first['driver_version'] ?? 'unknown'}, kernel ${kernel}, ${date}`;
  say(origin);
  const idle = await compareNow(parts);
  const msPerTurn = await calibrated(parts).catch((error: unknown) => wordsOf(error));
  const scenarios: Measured[] = [];
  for (const scenario of SCENARIOS) {
    const { name } = scenario;
    if (options.only?.includes(name) === false) continue;
    say(name);
    scenarios.push(
      typeof msPerTurn === 'string'
        ? { name, failure: `No load can be made here: ${msPerTurn}` }
        : // One that breaks must not take the others with it.
          await measureOne(parts, scenario, msPerTurn, origin).catch((error: unknown) => ({
            name,
            failure: wordsOf(error),
          })),
    );
  }
  const program = (await finish(process.execPath, [exporterBeside(parts.program), '--version']))
    .text;
  return { origin, program: `gpuscope-exporter ${program.trim()}`, idle, scenarios };
}
