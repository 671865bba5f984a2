import type { ProcessFacts } from '@gpuscope/aggregation';

/** A process that was met on some device. */
export interface KnownProcess {
  /** Tells it from all others that were or will be met, of the same number too. */
  readonly key: string;
  readonly pid: number;
  /** What was read when it was first met, or later while it was still the same. */
  readonly facts: ProcessFacts;
}

/** Who is behind a process id. Facts of a new one are read at once: it may not live until the window ends. */
export interface ProcessBook {
  /** The driver lists the id now. */
  listed(pid: number): KnownProcess;
  /** The driver has a sample of the id, maybe of a process that has ended since. */
  sampled(pid: number): KnownProcess;
  /** Reads all facts again: numbers are used anew, and processes are moved to other cgroups. */
  renew(): void;
  /** All devices were asked once. */
  endPoll(): void;
  /** Forgets who was not met for a whole window; samples of one that ended come late. */
  endWindow(): void;
}

interface Entry extends KnownProcess {
  facts: ProcessFacts;
  /** The poll that listed it last; -1 for one that is known by samples only. */
  listedIn: number;
  metInWindow: number;
}

/**
 * What is known, if it is still the same process; undefined when it is another. One that can't be read any more has ended
 * or is about to: what was read while it lived stands.
 */
export function sameProcess(before: ProcessFacts, now: ProcessFacts): ProcessFacts | undefined {
  if (!now.found) return before;
  if (before.found) return before.startTicks === now.startTicks ? now : undefined;
  return before.reason === 'ended' ? undefined : now;
}

/** @param read what /proc says of a process now */
export function createProcessBook(read: (pid: number) => ProcessFacts): ProcessBook {
  const byPid = new Map<number, Entry>();
  let met = 0;
  let poll = 0;
  let window = 0;

  function enter(pid: number, facts: ProcessFacts): Entry {
    met += 1;
    const entry = { key: `${pid}/${met}`, pid, facts, listedIn: -1, metInWindow: window };
    byPid.set(pid, entry);
    return entry;
  }

  function check(entry: Entry): Entry {
    const now = read(entry.pid);
    const facts = sameProcess(entry.facts, now);
    if (facts === undefined) return enter(entry.pid, now);
    entry.facts = facts;
    return entry;
  }

  function find(pid: number): Entry {
    const entry = byPid.get(pid) ?? enter(pid, read(pid));
    entry.metInWindow = window;
    return entry;
  }

  return {
    listed(pid) {
      const known = byPid.get(pid);
      const wasAway = known !== undefined && known.listedIn < poll - 1;
      const entry = wasAway ? check(known) : find(pid);
      entry.listedIn = poll;
      entry.metInWindow = window;
      return entry;
    },
    sampled: find,
    renew() {
      for (const entry of [...byPid.values()]) {
        if (entry.listedIn < poll - 1) continue;
        check(entry).listedIn = entry.listedIn;
      }
    },
    endPoll() {
      poll += 1;
    },
    endWindow() {
      for (const [pid, { metInWindow }] of byPid) if (metInWindow < window) byPid.delete(pid);
      window += 1;
    },
  };
}
