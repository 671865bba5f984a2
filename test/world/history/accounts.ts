import type { PageSample } from '../protocol/foreign/index.js';

/** The rules of accounts look back and are evaluated as often. */
export const ACCOUNT_SECONDS = 300;

const COUNTER = /^gpu_account_(allocated_seconds|active_seconds|energy_joules)_total$/;

/** What accounts were charged since the last time, as the shipped rules record it every five minutes. */
export function createAccounts(): (samples: readonly PageSample[]) => PageSample[] {
  let before: ReadonlyMap<string, number> | undefined;
  return (samples) => {
    const now = new Map<string, number>();
    const increases = samples.flatMap(({ name, labels, value }): PageSample[] => {
      const [, what] = COUNTER.exec(name) ?? [];
      if (what === undefined) return [];
      const key = `${name}\n${JSON.stringify(labels)}`;
      now.set(key, value);
      if (before === undefined) return [];
      const last = before.get(key) ?? 0;
      return [{ name: `account:gpu_${what}:increase5m`, labels, value: Math.max(0, value - last) }];
    });
    before = now;
    return increases;
  };
}
