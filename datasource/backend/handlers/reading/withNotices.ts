import type { Notice, Table } from '@gpuscope/aggregation/logs';

const nothing = (notices: readonly Notice[]): Table => ({
  name: '',
  type: 'table',
  columns: [],
  notices,
});

/** Tables with notices on the first of them: Grafana shows the notices of all frames of an answer together. */
export function withNotices(
  tables: readonly Table[],
  notices: readonly Notice[],
): readonly Table[] {
  const [first, ...rest] = tables;
  if (notices.length === 0) return tables;
  if (first === undefined) return [nothing(notices)];
  return [{ ...first, notices: [...notices, ...first.notices] }, ...rest];
}
