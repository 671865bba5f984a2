/** An XID that appeared on a board since this exporter started. */
export interface XidCount {
  readonly xid: string;
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly lastMs: number;
}

/** Counts XIDs from the last code of each board, which is all that DCGM tells. */
export interface XidTracker {
  /** Call once a cycle; `lastXid` has an entry for each board of which the code is known, 0 for none. */
  advance(lastXid: ReadonlyMap<string, number>, nowMs: number): void;
  of(uuid: string): readonly XidCount[];
}

interface BoardXids {
  last: number;
  readonly counts: Map<string, XidCount>;
}

/** A change to a new non-zero code counts one; the code found first counts none, since it may be of any age. */
export function createXidTracker(): XidTracker {
  const boards = new Map<string, BoardXids>();
  return {
    advance(lastXid, nowMs) {
      for (const [uuid, code] of lastXid) {
        const board = boards.get(uuid);
        if (board === undefined) {
          boards.set(uuid, { last: code, counts: new Map() });
          continue;
        }
        if (code !== board.last && code !== 0) {
          const xid = String(code);
          const count = (board.counts.get(xid)?.count ?? 0) + 1;
          board.counts.set(xid, { xid, count, lastMs: nowMs });
        }
        board.last = code;
      }
    },
    of: (uuid) => [...(boards.get(uuid)?.counts.values() ?? [])],
  };
}
