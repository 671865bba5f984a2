import type { Attribution } from './attribution.js';
import { MOST_ERROR } from './attribution.js';
import type { Compared } from './compare.js';
import { isWrong } from './compare.js';
import type { LoadLog } from './truth.js';

export interface Measured {
  readonly name: string;
  /** Why it could not be had here; then there is nothing else. */
  readonly skipped?: string;
  /** What went wrong, where something did; then there is nothing else. */
  readonly failure?: string;
  readonly attribution?: Attribution;
  readonly compared?: readonly Compared[];
  /** File of its recording, beside the report. */
  readonly recording?: string;
  readonly logs?: readonly LoadLog[];
}

export interface Report {
  /** Such as `NVIDIA H100 80GB HBM3, driver 570.124.06, kernel 5.15.0, 2026-11-21`. */
  readonly origin: string;
  readonly program: string;
  readonly idle: readonly Compared[];
  readonly scenarios: readonly Measured[];
}

export type Outcome = 'passed' | 'failed' | 'not measured';

/** Whether attribution held in a scenario; not measured where the driver told nothing of the loads. */
export function outcomeOf({ skipped, failure, attribution }: Measured): Outcome {
  if (failure !== undefined) return 'failed';
  if (skipped !== undefined || attribution === undefined) return 'not measured';
  const { loads } = attribution;
  if (loads.length === 0 || loads.some(({ error }) => error === undefined)) return 'not measured';
  return loads.every(({ error = 1 }) => error <= MOST_ERROR) ? 'passed' : 'failed';
}

export const isGood = ({ idle, scenarios }: Report): boolean =>
  ![...idle, ...scenarios.flatMap(({ compared }) => compared ?? [])].some(isWrong) &&
  scenarios.every((one) => outcomeOf(one) !== 'failed');

const shown = (value: number | undefined): string =>
  value === undefined ? '–' : String(Number(value.toPrecision(6)));

const points = (value: number | undefined): string =>
  value === undefined ? '–' : (value * 100).toFixed(1);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const figures = (all: readonly Compared[]): string =>
  table(
    ['GPU', 'metric', 'nvidia-smi', 'ours', 'theirs', 'may differ by', ''],
    all
      .filter(({ verdict }) => verdict !== 'neither')
      .map(({ gpu, metric, labels, field, ours, theirs, tolerance, verdict }) => [
        gpu,
        [metric, ...Object.values(labels)].join(' '),
        field,
        shown(ours),
        shown(theirs),
        shown(tolerance),
        verdict,
      ]),
  );

function loadsTable({ contended, loads }: Attribution): string {
  return table(
    [
      'load',
      'told %',
      'true %',
      'part told %',
      'true part %',
      'error, points',
      'memory told MiB',
      'held MiB',
    ],
    loads.map((one) => [
      one.name,
      points(one.figure),
      points(one.trueBusy),
      contended ? points(one.part) : '–',
      contended ? points(one.truePart) : '–',
      points(one.error),
      shown(one.memoryBytes === undefined ? undefined : Math.round(one.memoryBytes / 1024 ** 2)),
      String(Math.round(one.heldBytes / 1024 ** 2)),
    ]),
  );
}

function scenarioText(one: Measured): string {
  const title = `## ${one.name}: ${outcomeOf(one)}`;
  const reason = one.skipped ?? one.failure;
  if (reason !== undefined) return `${title}\n\n${reason}`;
  const { attribution, compared, recording } = one;
  return [
    title,
    ...(recording === undefined ? [] : [`Recording: ${recording}`]),
    ...(attribution?.seesProcesses === false
      ? ["The machine's processes can't be seen from here."]
      : []),
    ...(attribution === undefined
      ? []
      : [
          `${attribution.windows} windows, ${attribution.contended ? 'with' : 'without'} contention`,
        ]),
    ...(attribution === undefined || attribution.loads.length === 0
      ? []
      : [loadsTable(attribution)]),
    ...(compared === undefined ? [] : [figures(compared)]),
  ].join('\n\n');
}

/** The report for people. */
export function reportText(report: Report): string {
  return `${[
    '# gpuscope measured on a GPU',
    `${report.origin}; ${report.program}. All in all: ${isGood(report) ? 'nothing is wrong' : 'something differs'}.`,
    'Attribution passes where it is within 5 points of the loads’ own logs: without contention the part of the time, with it the part of the work.',
    '## Idle: our figures and nvidia-smi’s',
    figures(report.idle),
    ...report.scenarios.map(scenarioText),
  ].join('\n\n')}\n`;
}
