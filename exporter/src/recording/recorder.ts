import { deltaOf } from './delta.js';
import { writeEntry } from './entry.js';
import type { Told } from './recording.js';

interface Standing {
  readonly value: unknown;
  readonly failed: boolean;
}

/** Gathers what is said in a cycle and tells what of it is new. */
export interface Recorder {
  value(key: string, value: unknown): void;
  failed(key: string, code: string): void;
  /** The lines of a recording for all that changed since the last call; one with the time alone where nothing did. */
  lines(atMs: number): object[];
}

function toldBy(before: Standing | undefined, now: unknown): Told | undefined {
  if (before === undefined || before.failed || before.value === undefined) {
    return { kind: 'value', value: now };
  }
  const change = deltaOf(before.value, now);
  if (change === undefined) return undefined;
  return 'to' in change ? { kind: 'value', value: now } : { kind: 'change', change };
}

export function createRecorder(): Recorder {
  const standing = new Map<string, Standing>();
  let said = new Map<string, { value: unknown } | { code: string }>();

  function take(key: string, one: { value: unknown } | { code: string }): Told | undefined {
    const before = standing.get(key);
    if ('code' in one) {
      standing.set(key, { value: before?.value, failed: true });
      return { kind: 'failed', code: one.code };
    }
    standing.set(key, { value: one.value, failed: false });
    return toldBy(before, one.value);
  }

  return {
    value: (key, value) => void said.set(key, { value }),
    failed: (key, code) => void said.set(key, { code }),
    lines(atMs) {
      const lines = [...said].flatMap(([key, one]) => {
        const told = take(key, one);
        return told === undefined ? [] : [{ t: atMs, ...writeEntry({ key, told }) }];
      });
      said = new Map();
      return lines.length === 0 ? [{ t: atMs }] : lines;
    },
  };
}
