import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createPipeline,
  DEFAULT_IDENTITY,
  normaliseDcgm,
  normaliseNvml,
  parseExposition,
  type Claim,
  type CycleOutput,
  type Directory,
  type HeldFigure,
  type Holder,
  type HolderReport,
  type NvmlSnapshot,
  type PodInfo,
  type Telemetry,
} from '@gpuscope/aggregation';

type Texts = Readonly<Record<string, string>>;

/** A holder as case.json has it: `namespace/pod/container`, a host's name, or processes outside of pods in full. */
type HolderText = string | Holder;

type ClaimText = Omit<Claim, 'holder'> & { readonly holder: HolderText };

/** Of processes that could not be placed, the holder is left out. */
type FigureText = Omit<HeldFigure, 'holder'> & { readonly holder?: HolderText };

interface ReportText extends Pick<
  HolderReport,
  'source' | 'capacities' | 'silentMeansFree' | 'mpsDevices'
> {
  readonly claims: readonly ClaimText[];
  readonly figures?: readonly FigureText[];
}

/** What case.json holds. */
export interface GoldenCase {
  readonly about: string;
  readonly holders: readonly ReportText[];
  readonly pods: readonly {
    /** `namespace/name`. */
    readonly name: string;
    readonly labels: Texts;
    readonly annotations: Texts;
  }[];
  /** Whether the host registry knows the machine; left out, it does. */
  readonly registered?: boolean;
  /** An XID that appears in the last cycle. */
  readonly xid?: { readonly uuid: string; readonly code: number };
}

export const folder = (name: string): string => join(__dirname, name);

export const readCase = (name: string): GoldenCase =>
  JSON.parse(readFileSync(join(folder(name), 'case.json'), 'utf8')) as GoldenCase;

/** Whether the case's source is NVML, which labels no pods. */
export const isNvml = (name: string): boolean => existsSync(join(folder(name), 'nvml.json'));

export const readDcgm = (name: string): string =>
  readFileSync(join(folder(name), 'dcgm.prom'), 'utf8');

export function parseDcgm(text: string): Telemetry {
  const exposition = parseExposition(text);
  expect(exposition.problems).toEqual([]);
  return normaliseDcgm(exposition);
}

/** What the case's source says in the first cycle. */
export const readSource = (name: string): Telemetry =>
  isNvml(name)
    ? normaliseNvml(
        JSON.parse(readFileSync(join(folder(name), 'nvml.json'), 'utf8')) as NvmlSnapshot,
      )
    : parseDcgm(readDcgm(name));

const CYCLES = 3;
const INTERVAL_SECONDS = 15;
const START_MS = 1_750_000_000_000;
const POD_START_SECONDS = 1_749_990_000;

const RULES = {
  ...DEFAULT_IDENTITY,
  user: [
    { from: 'pod.annotation', key: 'example.com/submitted-by', match: '^([^@]+)@' } as const,
    ...DEFAULT_IDENTITY.user,
  ],
};

/** Runs a case for three cycles, 15 s apart, in which each energy counter grows by the board's power over that time. */
export function runCase(golden: GoldenCase, first: Telemetry): CycleOutput[] {
  const pipeline = createPipeline({
    node: 'synthetic-node',
    rules: RULES,
    intervalMs: INTERVAL_SECONDS * 1000,
  });
  return Array.from({ length: CYCLES }, (_, i) =>
    pipeline.cycle({
      nowMs: START_MS + i * INTERVAL_SECONDS * 1000,
      monotonicMs: i * INTERVAL_SECONDS * 1000,
      telemetry: later(first, i, golden),
      holders: golden.holders.map(reportOf),
      directory: directoryOf(golden),
      place: { pool: 'synthetic-pool', rack: '' },
    }),
  );
}

function later(first: Telemetry, cycle: number, { xid }: GoldenCase): Telemetry {
  const watts = new Map(
    first.readings
      .filter(({ metric }) => metric === 'gpu_power_watts')
      .map(({ uuid, value }) => [uuid, value]),
  );
  const joules = (uuid: string): number => cycle * INTERVAL_SECONDS * (watts.get(uuid) ?? 0);
  const appears = xid !== undefined && cycle === CYCLES - 1;
  return {
    ...first,
    readings: first.readings.map((reading) =>
      reading.metric === 'gpu_energy_joules_total'
        ? { ...reading, value: reading.value + joules(reading.uuid) }
        : reading,
    ),
    lastXid: appears ? new Map([...first.lastXid, [xid.uuid, xid.code]]) : first.lastXid,
  };
}

const reportOf = ({ claims, figures, ...report }: ReportText): HolderReport => ({
  ...report,
  claims: claims.map((claim) => ({ ...claim, holder: holderOf(claim.holder) })),
  unknownResources: new Map(),
  unreadableIds: [],
  ...(figures === undefined ? {} : { figures: figures.map(figureOf) }),
});

const figureOf = ({ holder, ...figure }: FigureText): HeldFigure =>
  holder === undefined ? figure : { ...figure, holder: holderOf(holder) };

function holderOf(text: HolderText): Holder {
  if (typeof text !== 'string') return text;
  const [namespace, pod, container] = text.split('/');
  return namespace === undefined || pod === undefined || container === undefined
    ? { kind: 'host', host: text }
    : { kind: 'pod', namespace, pod, container };
}

function directoryOf({ pods, registered = true }: GoldenCase): Directory {
  const known = new Map(pods.map((pod) => [pod.name, podOf(pod)]));
  return {
    pod: (namespace, name) => known.get(`${namespace}/${name}`),
    namespace: (name) => ({
      name,
      labels: new Map([['kubesphere.io/workspace', name.replace('team-', 'tenant-')]]),
      annotations: new Map([['kubesphere.io/creator', `${name}-owner`]]),
    }),
    host: () =>
      registered ? { tenant: 'tenant-vm', app: 'ocr-batch', user: 'li.wei' } : undefined,
  };
}

function podOf({ name, labels, annotations }: GoldenCase['pods'][number]): PodInfo {
  const [namespace = '', pod = ''] = name.split('/');
  return {
    namespace,
    name: pod,
    uid: `uid-${pod}`,
    node: 'synthetic-node',
    phase: 'Running',
    labels: new Map(Object.entries(labels)),
    annotations: new Map(Object.entries(annotations)),
    startSeconds: POD_START_SECONDS,
  };
}
