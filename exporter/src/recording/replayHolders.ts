import type { HolderReport } from '@gpuscope/aggregation';
import type { HolderSource } from '../ports.js';
import { failureOf } from './failure.js';
import type { Player } from './player.js';
import { holderKey } from './recording.js';
import type { ReportJson } from './reportJson.js';
import { reportFromJson } from './reportJson.js';

function reportOf({ file, moment }: Player, name: string): HolderReport {
  const stands = moment()?.standing.get(holderKey(name));
  if (stands?.value === undefined || stands.failed !== undefined) {
    throw failureOf(file, name, stands?.failed ?? 'HOLDER_UNREACHABLE');
  }
  return reportFromJson(stands.value as ReportJson);
}

/**
 * The holder sources of a recording, each under its own name: what they report belongs to the telemetry that was played
 * last.
 */
export function replayHolders(player: Player, names: readonly string[]): HolderSource[] {
  return names.map((name) => ({
    name,
    // A report that fails must reject, not throw.
    report: () => new Promise((resolve) => resolve(reportOf(player, name))),
    close: () => Promise.resolve(),
  }));
}
