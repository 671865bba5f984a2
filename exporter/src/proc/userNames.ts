import type { Clock } from '../clock.js';
import type { FindUser, NamedUser } from './findUser.js';
import { createTurns } from './turns.js';

/** Names of users, kept. */
export interface UserNames {
  /** Looks up who is not known yet. Waits a moment at most; what comes later serves the next time. */
  learn(uids: Iterable<number>): Promise<void>;
  /** The name, or the number where none is known. */
  user(uid: number): string;
  /** The user's primary group: by name, by number, or empty where the user is not known. */
  group(uid: number): string;
}

export interface UserNamesOptions {
  readonly find: FindUser;
  readonly clock: Clock;
  /** How many users are kept; more at a time go by their numbers. */
  readonly maxUsers: number;
  /** How long `learn` waits at most. */
  readonly waitMs?: number;
}

const WAIT_MS = 1_000;

/** Lookups under way at a time: each may be a program. */
const AT_ONCE = 4;

/** A name is asked for anew after this; meanwhile, and while nobody answers, the old one serves. */
const KNOWN_MS = 60 * 60_000;
const UNKNOWN_MS = 5 * 60_000;
const FAILED_MS = 60_000;

interface Kept {
  readonly user: NamedUser | undefined;
  readonly untilMs: number;
}

function sleep(ms: number): { readonly over: Promise<void>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { over, stop: () => clearTimeout(timer) };
}

class KeptNames implements UserNames {
  /** In the order of last use. */
  readonly #kept = new Map<number, Kept>();
  readonly #pending = new Map<number, Promise<void>>();
  readonly #turns = createTurns(AT_ONCE);

  constructor(private readonly options: UserNamesOptions) {}

  async learn(uids: Iterable<number>): Promise<void> {
    const { maxUsers, waitMs = WAIT_MS } = this.options;
    // Always the same ones where there are too many: names must not come and go.
    const wanted = [...new Set(uids)].sort((a, b) => a - b).slice(0, maxUsers);
    const unknown = wanted.filter((uid) => !this.#isKnown(uid)).map((uid) => this.#ask(uid));
    if (unknown.length === 0) return;
    const wait = sleep(waitMs);
    await Promise.race([Promise.all(unknown), wait.over]);
    wait.stop();
  }

  user(uid: number): string {
    return this.#kept.get(uid)?.user?.name ?? String(uid);
  }

  group(uid: number): string {
    return this.#kept.get(uid)?.user?.group ?? '';
  }

  /** Whether there is an answer for now; an old name is asked for again without waiting. */
  #isKnown(uid: number): boolean {
    const kept = this.#kept.get(uid);
    if (kept === undefined) return false;
    this.#kept.delete(uid);
    this.#kept.set(uid, kept);
    if (kept.untilMs > this.options.clock.monotonicMs()) return true;
    void this.#ask(uid);
    return kept.user !== undefined;
  }

  #ask(uid: number): Promise<void> {
    const pending = this.#pending.get(uid);
    if (pending !== undefined) return pending;
    const asked = this.#turns(() => this.#find(uid)).finally(() => this.#pending.delete(uid));
    this.#pending.set(uid, asked);
    return asked;
  }

  async #find(uid: number): Promise<void> {
    const before = this.#kept.get(uid)?.user;
    try {
      const user = await this.options.find(uid);
      // Processes outlive their user's account; they keep the name under which they were known.
      this.#keep(uid, user ?? before, user === undefined ? UNKNOWN_MS : KNOWN_MS);
    } catch {
      this.#keep(uid, before, FAILED_MS);
    }
  }

  #keep(uid: number, user: NamedUser | undefined, forMs: number): void {
    this.#kept.delete(uid);
    this.#kept.set(uid, { user, untilMs: this.options.clock.monotonicMs() + forMs });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.options.maxUsers) return;
      this.#kept.delete(oldest);
    }
  }
}

export const createUserNames = (options: UserNamesOptions): UserNames => new KeptNames(options);
