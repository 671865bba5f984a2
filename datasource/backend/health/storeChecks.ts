import { say } from '@gpuscope/aggregation';
import type { StoreTarget } from '../settings/sourceSettings.js';
import type { StoreAbout } from '../stores/port.js';
import type { Check } from './check.js';
import { ok, tell, warn } from './check.js';

/** Clocks may differ by as much as a line takes on its way; more, and the newest lines seem to be missing. */
const MAX_SKEW_MS = 5000;

const inSeconds = (ms: number): string => (Math.abs(ms) / 1000).toFixed(1);

function clock(skewMs: number | undefined): readonly Check[] {
  if (skewMs === undefined) return [];
  if (Math.abs(skewMs) <= MAX_SKEW_MS) return [ok(say('health.clocksAgree'))];
  const id = skewMs > 0 ? 'health.clockAhead' : 'health.clockBehind';
  return [warn(say(id, { seconds: inSeconds(skewMs) }), say('remedy.clocks'))];
}

/** Whether passwords would cross the network in the open. */
function encryption({ nodes, auth }: StoreTarget): readonly Check[] {
  const open = nodes.filter((node) => node.startsWith('http:'));
  if (auth.kind === 'none' || open.length === 0) return [];
  return [warn(say('health.unencrypted', { nodes: open.join(', ') }), say('remedy.https'))];
}

/** What the store says of itself. */
export function storeChecks(about: StoreAbout, target: StoreTarget): readonly Check[] {
  const { product, version, clockSkewMs, notices = [] } = about;
  return [
    ok(say('health.answers', { product, version, nodes: target.nodes.join(', ') })),
    ...notices.map(tell),
    ...encryption(target),
    ...clock(clockSkewMs),
  ];
}
