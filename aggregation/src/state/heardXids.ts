import type { HeardXid, XidSession } from '../normalise/telemetry.js';

/** Follows what sources hear from cycle to cycle: their counts begin at 0 in each session. */
export interface HeardXids {
  /** What was heard since the session was last told of, each XID once. The same telemetry told again has heard nothing. */
  grown(session: XidSession): HeardXid[];
  /** An XID was counted in another way while its board was not heard: a session that is still on will bring it too. */
  countedElsewhere(uuid: string, xid: number): void;
}

/** A driver that is started anew again and again must not fill the memory. */
const SESSIONS_KEPT = 8;

export function createHeardXids(): HeardXids {
  const sessions = new Map<string, Map<string, number>>();
  const elsewhere = new Map<string, number>();

  function seenIn(session: string): Map<string, number> {
    const known = sessions.get(session);
    // A new session hears nothing of what came before it.
    if (known === undefined) elsewhere.clear();
    const seen = known ?? new Map<string, number>();
    sessions.delete(session);
    sessions.set(session, seen);
    for (const oldest of [...sessions.keys()].slice(0, -SESSIONS_KEPT)) sessions.delete(oldest);
    return seen;
  }

  return {
    grown({ session, counts }) {
      const seen = seenIn(session);
      return counts.flatMap((one) => {
        const key = keyOf(one.uuid, one.xid);
        const grown = one.count - (seen.get(key) ?? 0);
        if (!(grown > 0)) return [];
        seen.set(key, one.count);
        const known = Math.min(grown, elsewhere.get(key) ?? 0);
        if (known > 0) elsewhere.set(key, (elsewhere.get(key) ?? 0) - known);
        return grown > known ? [{ ...one, count: grown - known }] : [];
      });
    },
    countedElsewhere(uuid, xid) {
      const key = keyOf(uuid, xid);
      elsewhere.set(key, (elsewhere.get(key) ?? 0) + 1);
    },
  };
}

const keyOf = (uuid: string, xid: number): string => `${uuid}/${xid}`;
