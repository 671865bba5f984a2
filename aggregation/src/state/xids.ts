import type { Telemetry, XidSession } from '../normalise/telemetry.js';
import { createHeardXids } from './heardXids.js';

/** An XID that appeared on a board since this exporter started. */
export interface XidCount {
  readonly xid: string;
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly lastMs: number;
}

/** Counts XIDs: each that a source hears; else from the last code of a board, which is all that DCGM tells. */
export interface XidTracker {
  /** Call once a cycle; `lastXid` has an entry for each board of which the code is known, 0 for none. */
  advance(telemetry: Pick<Telemetry, 'lastXid' | 'xids'>, nowMs: number): void;
  of(uuid: string): readonly XidCount[];
}

/**
 * Of codes, a change to a new one that is not zero counts one; the code found first counts none, since it may be of any
 * age. On boards that a source hears, codes are followed and not counted.
 */
export function createXidTracker(): XidTracker {
  const codes = new Map<string, number>();
  const boards = new Map<string, Map<string, XidCount>>();
  const heardXids = createHeardXids();

  function add(uuid: string, code: number, count: number, lastMs: number): void {
    const xid = String(code);
    const counts = boards.get(uuid) ?? new Map<string, XidCount>();
    boards.set(uuid, counts);
    const before = counts.get(xid);
    counts.set(xid, {
      xid,
      count: (before?.count ?? 0) + count,
      lastMs: Math.max(before?.lastMs ?? 0, lastMs),
    });
  }

  return {
    advance({ lastXid, xids }, nowMs) {
      const heard = boardsHeard(xids);
      for (const [uuid, code] of lastXid) {
        const before = codes.get(uuid);
        codes.set(uuid, code);
        if (heard.has(uuid) || before === undefined || code === before || code === 0) continue;
        add(uuid, code, 1, nowMs);
        heardXids.countedElsewhere(uuid, code);
      }
      for (const { uuid, xid, count, lastMs } of xids.flatMap((session) =>
        heardXids.grown(session),
      )) {
        add(uuid, xid, count, lastMs);
      }
    },
    of: (uuid) => [...(boards.get(uuid)?.values() ?? [])],
  };
}

const boardsHeard = (xids: readonly XidSession[]): Set<string> =>
  new Set(xids.flatMap(({ heard }) => heard));
