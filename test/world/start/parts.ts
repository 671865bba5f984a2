import type { TellPart } from './viewer/viewer.js';

/** Does something for a part of the site; its answer may say more of it. */
export type PartWork<T> = (note: (text: string) => void) => Promise<T>;

/** Shows how far the parts of the site are, on the page and in the terminal. */
export interface Parts {
  /** Names parts that are to come, in their order. */
  expect(...names: readonly string[]): void;
  /** Does what brings a part up, and says how it went. What `work` throws is passed on. */
  bring<T>(name: string, work: PartWork<T>, done?: (value: T) => PartEnd): Promise<T>;
  /** A part that is not there, and why; nothing fails by it. */
  without(name: string, why: string): void;
}

/** What is said of a part that is up. */
export interface PartEnd {
  readonly note?: string;
  readonly url?: string;
}

export interface PartsOptions {
  readonly tell: TellPart;
  readonly line: (text: string) => void;
  readonly now?: () => number;
}

export function createParts({ tell, line, now = Date.now }: PartsOptions): Parts {
  return {
    expect: (...names) => {
      for (const name of names) tell(name, 'waiting');
    },
    bring: async (name, work, done = () => ({})) => {
      const since = now();
      tell(name, 'starting');
      line(`  ${name} …`);
      try {
        const value = await work((note) => tell(name, 'starting', note));
        const { note, url } = done(value);
        tell(name, 'ready', note, url);
        const more = note === undefined ? '' : `, ${note}`;
        line(`  ${name}: ready (${((now() - since) / 1000).toFixed(1)} s${more})`);
        return value;
      } catch (error) {
        const why = reasonOf(error);
        tell(name, 'failed', why);
        line(`  ${name}: failed: ${why}`);
        throw error;
      }
    },
    without: (name, why) => {
      tell(name, 'failed', why);
      line(`  ${name}: ${why}`);
    },
  };
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
