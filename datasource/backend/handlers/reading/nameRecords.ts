import type { Hit, Layout, LogRecord, Selection } from '@gpuscope/aggregation/logs';
import { recordNamer } from '@gpuscope/aggregation/logs';
import type { SourceSettings } from '../../settings/sourceSettings.js';

export type NameRecord = (record: LogRecord, hit: Hit, layout: Layout) => LogRecord;

const only = (names: readonly string[] | undefined): string =>
  names?.length === 1 ? (names[0] ?? '') : '';

/**
 * Gives records the names of their app and user, so that lines of several can be told apart. Where one app was chosen
 * and its pods came from the metrics, the records may not tell it, but the question does.
 */
export function nameRecords(
  { identity: rules, hosts }: Pick<SourceSettings, 'identity' | 'hosts'>,
  selection: Selection,
): NameRecord {
  const namers = new Map<Layout, ReturnType<typeof recordNamer>>();
  const [app, user] = [only(selection.apps), only(selection.users)];
  return (record, hit, layout) => {
    let namer = namers.get(layout);
    if (namer === undefined) {
      namer = recordNamer(layout, { rules, hosts });
      namers.set(layout, namer);
    }
    // All lines are of the one app that was asked for; no rule has to be asked again.
    return namer({ ...record, app: record.app || app, user: record.user || user }, hit);
  };
}
