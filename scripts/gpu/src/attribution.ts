import type { NvmlSnapshot } from '@gpuscope/aggregation';
import type { LoadLog, Window } from './truth.js';
import { isContended, truthOf } from './truth.js';

/** How far a figure may lie from the truth: five points. */
export const MOST_ERROR = 0.05;

/** What was said of a load, and what was true, over all windows of a scenario. */
export interface Attributed {
  readonly name: string;
  readonly pid: number;
  /** Means over the windows; absent where the driver told nothing of this process. */
  readonly figure?: number;
  readonly part?: number;
  readonly trueBusy: number;
  readonly truePart: number;
  readonly memoryBytes?: number;
  readonly heldBytes: number;
  /** Of the figure without contention, of the part with it; absent where nothing was told. */
  readonly error?: number;
}

export interface Attribution {
  readonly contended: boolean;
  readonly windows: number;
  /** False where the exporter can't see the machine's processes at all. */
  readonly seesProcesses: boolean;
  readonly loads: readonly Attributed[];
}

interface Told {
  readonly utilization?: number;
  readonly memory?: number;
}

function toldOf(look: NvmlSnapshot, pid: number): Told {
  const all = look.devices.flatMap(({ processes }) => processes ?? []);
  const own = all.filter((process) => process.pid === pid);
  const sum = (values: readonly (number | undefined)[]): number | undefined => {
    const known = values.filter((value) => value !== undefined);
    return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0);
  };
  const utilization = sum(own.map((process) => process.utilization));
  const memory = sum(own.map((process) => process.memory));
  return {
    ...(utilization !== undefined && { utilization: utilization / 100 }),
    ...(memory !== undefined && { memory }),
  };
}

const windowOf = ({ atMs, windowMs }: NvmlSnapshot): Window => ({
  fromMs: atMs - windowMs,
  toMs: atMs,
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means of what all windows told; undefined where one told nothing. */
function meanTold(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 || known.length < values.length ? undefined : mean(known);
}

/** Looks whose windows lie within all loads' work; the first look after the start is left out. */
function wholeLooks(looks: readonly NvmlSnapshot[], logs: readonly LoadLog[]): NvmlSnapshot[] {
  const begins = logs.flatMap(({ runs }) => runs[0]?.fromMs ?? []);
  const ends = logs.flatMap(({ runs }) => runs.at(-1)?.toMs ?? []);
  const [from, to] = [Math.max(...begins), Math.min(...ends)];
  return looks.filter((look) => {
    const window = windowOf(look);
    return look.windowMs > 0 && window.fromMs >= from && window.toMs <= to;
  });
}

function attributed(
  log: LoadLog,
  looks: readonly NvmlSnapshot[],
  logs: readonly LoadLog[],
): Attributed {
  const contended = isContended(logs);
  const truths = looks.map((look) => truthOf(logs, windowOf(look)));
  const own = truths.flatMap((all) => all.find(({ name }) => name === log.name) ?? []);
  const [trueBusy, truePart] = [
    mean(own.map(({ busy }) => busy)),
    mean(own.map(({ part }) => part)),
  ];
  const tellings = looks.map((look) => toldOf(look, log.pid));
  const figure = meanTold(tellings.map(({ utilization }) => utilization));
  const everybody = meanTold(
    looks.map((look) =>
      logs.reduce((sum, { pid }) => sum + (toldOf(look, pid).utilization ?? 0), 0),
    ),
  );
  const part = figure === undefined || !everybody ? undefined : figure / everybody;
  const error = contended
    ? part !== undefined && Math.abs(part - truePart)
    : figure !== undefined && Math.abs(figure - trueBusy);
  const memoryBytes = tellings.at(-1)?.memory;
  return {
    name: log.name,
    pid: log.pid,
    trueBusy,
    truePart,
    heldBytes: log.memoryBytes,
    ...(figure !== undefined && { figure }),
    ...(part !== undefined && { part }),
    ...(memoryBytes !== undefined && { memoryBytes }),
    ...(error !== false && { error }),
  };
}

/** Holds what NVML told of each load's process against the load's own log. */
export function attributionOf(
  looks: readonly NvmlSnapshot[],
  logs: readonly LoadLog[],
): Attribution {
  const whole = wholeLooks(looks, logs);
  return {
    contended: isContended(logs),
    windows: whole.length,
    seesProcesses: looks.some(({ seesProcesses }) => seesProcesses),
    loads: whole.length === 0 ? [] : logs.map((log) => attributed(log, whole, logs)),
  };
}
