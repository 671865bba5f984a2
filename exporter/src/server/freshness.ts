import type { KeptStatus } from '../cycle/kept.js';
import type { Readiness } from './readiness.js';

/** An upstream and how it did. */
export interface Upstream {
  readonly kind: 'source' | 'holder';
  readonly name: string;
  readonly status: KeptStatus;
}

/** One line about an upstream, for people. */
function line({ kind, name, status }: Upstream, nowMs: number): string {
  if (status.up) return `${kind} ${name}: answers`;
  const ago = nowMs / 1000 - status.lastSuccessSeconds;
  const since =
    status.lastSuccessSeconds === 0 ? 'never answered' : `last answered ${Math.round(ago)} s ago`;
  return `${kind} ${name}: ${since}: ${status.error?.message ?? 'not asked yet'}`;
}

/**
 * Ready after the first cycle, whatever it brought: a silent source is a metric and an alert, not a reason to stall.
 * @param podsError what is wrong with the list of pods; empty when nothing is
 */
export function nodeReadiness(
  ageMs: number | undefined,
  upstreams: readonly Upstream[],
  podsError: string,
  nowMs: number,
): Readiness {
  if (ageMs === undefined) {
    const awaited = upstreams.filter(({ kind }) => kind === 'source').map(({ name }) => name);
    return { ready: false, text: `waiting for the first cycle (${awaited.join(', ')})` };
  }
  const head = `ready; the series are ${(ageMs / 1000).toFixed(1)} s old`;
  const pods = podsError === '' ? [] : [`pods: ${podsError}`];
  const lines = [head, ...upstreams.map((one) => line(one, nowMs)), ...pods];
  return { ready: true, text: lines.join('\n') };
}
