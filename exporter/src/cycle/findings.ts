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
        () => `device ids that are not understood: ${list(unreadableIds)}`,
      ),
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
          `the source gives nothing for ${missingMetrics.length} metrics: ${list(missingMetrics)}; check-config tells which fields its counters file lacks`,
      ),
  },
];
