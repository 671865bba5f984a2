import type { CycleReport } from '@gpuscope/aggregation';

/** What a cycle's report may have to tell a person; the text is empty when there is nothing to tell. */
export interface Finding {
  readonly key: string;
  readonly text: (report: CycleReport) => string;
}

const LISTED = 5;

function list(items: Iterable<string>): string {
  const distinct = [...new Set(items)].sort();
  const rest = distinct.length - LISTED;
  return distinct.slice(0, LISTED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

const when = (found: boolean, text: () => string): string => (found ? text() : '');

/** Processes that end before they can be looked at come and go: counted, but no news. */
const PASSING: ReadonlySet<string> = new Set(['ended']);

/** One row per finding; a line is logged whenever a text changes. */
export const FINDINGS: readonly Finding[] = [
  {
    key: 'frozen',
    text: ({ frozen }) =>
      when(frozen, () => 'the energy counters stand still under power: the source repeats itself'),
  },
  {
    key: 'foreign_hosts',
    text: ({ foreignHosts }) =>
      when(
        foreignHosts.length > 0,
        () => `samples of other hosts were refused: ${list(foreignHosts)}`,
      ),
  },
  {
    key: 'unplaced_claims',
    text: ({ unplaced }) =>
      when(
        unplaced.length > 0,
        () =>
          `devices are held that no source reports: ${list(unplaced.map(({ source, device }) => `${device} (${source})`))}`,
      ),
  },
  {
    key: 'unknown_resources',
    text: ({ unknownResources }) =>
      when(
        unknownResources.size > 0,
        () => `resource names that are not understood: ${list(unknownResources.keys())}`,
      ),
  },
  {
    key: 'unreadable_device_ids',
    text: ({ unreadableIds }) =>
      when(
        unreadableIds.length > 0,
        () => `device ids or files that are not understood or not trusted: ${list(unreadableIds)}`,
      ),
  },
  {
    key: 'unplaced_processes',
    text: ({ unplacedProcesses }) => {
      const reasons = [...unplacedProcesses.keys()].filter((reason) => !PASSING.has(reason));
      return when(
        reasons.length > 0,
        () =>
          `there are processes on GPUs of which it can't be told whose they are (${list(reasons)}); their use is unattributed`,
      );
    },
  },
  {
    key: 'lost_devices',
    text: ({ lost }) =>
      when(
        lost.length > 0,
        () =>
          `GPUs do not answer: ${list(lost.map(({ pciBusId, uuid, code }) => `${[pciBusId, uuid].find((id) => id !== '') ?? 'of unknown id'} (${code})`))}`,
      ),
  },
  {
    key: 'failed_calls',
    text: ({ drops }) => {
      const calls = drops.filter(({ reason }) => reason === 'failed');
      return when(
        calls.length > 0,
        () => `calls of the driver fail: ${list(calls.map(({ field }) => field))}`,
      );
    },
  },
  {
    key: 'undecidable_units',
    text: ({ drops }) => {
      const fields = drops.filter(({ reason }) => reason === 'undecidable_unit');
      return when(
        fields.length > 0,
        () =>
          `fields whose unit cannot be told are left out: ${list(fields.map(({ field }) => field))}`,
      );
    },
  },
  {
    key: 'missing_metrics',
    text: ({ missingMetrics }) =>
      when(
        missingMetrics.length > 0,
        () =>
          `the source gives nothing for ${missingMetrics.length} metrics: ${list(missingMetrics)}; check-config tells which fields dcgm-exporter’s counters file lacks`,
      ),
  },
];
