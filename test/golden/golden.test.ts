import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  serialiseExposition,
  toFamilies,
  type Series,
  type Telemetry,
} from '@gpuscope/aggregation';
import {
  folder,
  isNvml,
  parseDcgm,
  readCase,
  readDcgm,
  readSource,
  runCase,
  type GoldenCase,
} from './case.js';
import { breaches, near, operatorKeys, sums, total } from './law.js';

const UPDATE = process.env['GPUSCOPE_UPDATE_GOLDEN'] === '1';

const NAMES = readdirSync(__dirname).filter((name) => existsSync(join(folder(name), 'case.json')));

const cyclesOf = (name: string): (readonly Series[])[] =>
  runCase(readCase(name), readSource(name)).map(({ series }) => series);

const textOf = (series: readonly Series[]): string =>
  serialiseExposition(toFamilies(series), 'prometheus');

/** The case once all its holders are gone: nobody claims anything, and the source labels no pods. */
function withoutHolders(name: string): {
  readonly golden: GoldenCase;
  readonly source: Telemetry;
} {
  const golden = readCase(name);
  const holders = golden.holders.map((report) => ({ ...report, claims: [], figures: [] }));
  const source = isNvml(name) ? readSource(name) : parseDcgm(withoutPods(readDcgm(name)));
  return { golden: { ...golden, holders }, source };
}

const withoutPods = (dcgm: string): string =>
  dcgm
    .split('\n')
    .filter((line) => !line.includes('vgpu='))
    .map((line) => line.replace(/,container="[^"]*",namespace="[^"]*",pod="[^"]*"/, ''))
    .join('\n');

/** Absent while unknown, which pods may bring about. */
const KNOWN_ONLY = /^gpu_(?:holders|allocatable)\{/;

/** Fields that only come in the lines of pods are gone with them. */
const FIELDS_STAY = NAMES.filter((name) => isNvml(name) || !readDcgm(name).includes('vgpu='));

describe.each(NAMES)('%s', (name) => {
  it('gives the series of expected.prom', () => {
    const path = join(folder(name), 'expected.prom');
    const text = textOf(cyclesOf(name).at(-1) ?? []);
    if (UPDATE) writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  it('keeps the law of sums and the rules for labels in every cycle', () => {
    for (const series of cyclesOf(name)) expect(breaches(series)).toEqual([]);
  });

  it('charges all the energy that the boards used', () => {
    const [first = [], ...later] = cyclesOf(name);
    const last = later.at(-1) ?? [];
    const counted =
      total(last, 'gpu_energy_joules_total') - total(first, 'gpu_energy_joules_total');
    const charged =
      total(last, 'gpu_account_energy_joules_total') +
      total(last, 'gpu_unattributed_energy_joules_total');
    expect(counted).toBeGreaterThan(0);
    expect(near(charged, counted)).toBe(true);
  });

  it('charges thirty seconds of all that is held', () => {
    const last = cyclesOf(name).at(-1) ?? [];
    const held = total(last, 'gpu_workload_allocated_gpus');
    expect(near(total(last, 'gpu_account_allocated_seconds_total'), 30 * held)).toBe(true);
  });

  it('gives every board and leaf once, whoever holds it', () => {
    const last = cyclesOf(name).at(-1) ?? [];
    const boards = sums(last, 'gpu_info', ['uuid']);
    expect([...boards.values()]).toEqual([...boards].map(() => 1));
    expect(sums(last, 'gpu_power_watts', ['uuid']).size).toBe(boards.size);
  });
});

it.each(FIELDS_STAY)('no label of an operator’s series changes with the pods of %s', (name) => {
  const before = operatorKeys(runCase(readCase(name), readSource(name)).at(-1)?.series ?? []);
  const { golden, source } = withoutHolders(name);
  const after = operatorKeys(runCase(golden, source).at(-1)?.series ?? []);
  const lasting = (keys: ReadonlySet<string>): string[] =>
    [...keys].filter((key) => !KNOWN_ONLY.test(key)).sort();
  expect(lasting(after)).toEqual(lasting(before));
});
