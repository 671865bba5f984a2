import type { GpuscopeError } from '@gpuscope/aggregation';
import type { Logger } from '../logger.js';
import type { KeptStatus } from './kept.js';

/** Writes a line when something goes bad, becomes bad in another way, or is well again; never one per cycle. */
export interface ChangeLog {
  /** `kind`: source, holder, … */
  upstream(kind: string, name: string, status: KeptStatus): void;
  /** A finding about the data; the empty text when there is none. */
  finding(key: string, text: string): void;
  /** A failure of a part of ours, or undefined when it works. */
  failure(key: string, error: GpuscopeError | undefined): void;
}

export function createChangeLog(logger: Logger): ChangeLog {
  const last = new Map<string, string>();

  function changed(key: string, state: string): boolean {
    const before = last.get(key);
    last.set(key, state);
    return before !== state;
  }

  return {
    upstream(kind, name, { up, error }) {
      // Never asked to the end: nothing is known.
      if (!up && error === undefined) return;
      const key = `${kind} ${name}`;
      const known = last.has(key);
      if (!changed(key, error?.code ?? '')) return;
      if (error !== undefined) logger.warn({ [kind]: name, code: error.code }, error.message);
      else logger.info({ [kind]: name }, known ? `${kind} answers again` : `${kind} answers`);
    },
    finding(key, text) {
      const known = last.has(key);
      if (!changed(key, text)) return;
      if (text !== '') logger.warn({ finding: key }, text);
      else if (known) logger.info({ finding: key }, 'is well again');
    },
    failure(key, error) {
      const known = last.has(key);
      if (!changed(key, error?.message ?? '')) return;
      if (error !== undefined)
        logger.error({ part: key, code: error.code, err: error }, error.message);
      else if (known) logger.info({ part: key }, 'works again');
    },
  };
}
