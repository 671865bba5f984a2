import type { StoreTarget } from '../settings/sourceSettings.js';
import type { StoreAbout } from '../stores/port.js';
import type { Check } from './check.js';
import { ok, warn } from './check.js';

/** Clocks may differ by as much as a line takes on its way; more, and the newest lines seem to be missing. */
const MAX_SKEW_MS = 5000;

const inSeconds = (ms: number): string => (Math.abs(ms) / 1000).toFixed(1);

function clock(skewMs: number | undefined): readonly Check[] {
  if (skewMs === undefined) return [];
  if (Math.abs(skewMs) <= MAX_SKEW_MS) return [ok("The store's clock and this machine's agree.")];
  const way = skewMs > 0 ? 'ahead of' : 'behind';
  return [
    warn(
      `The store's clock is ${inSeconds(skewMs)} s ${way} this machine's.`,
      'Set both by NTP: until then the newest lines can seem to be missing, or to come from the future.',
    ),
  ];
}

/** Whether passwords would cross the network in the open. */
function encryption({ nodes, auth }: StoreTarget): readonly Check[] {
  const open = nodes.filter((node) => node.startsWith('http:'));
  if (auth.kind === 'none' || open.length === 0) return [];
  return [
    warn(
      `Password or key go to ${open.join(', ')} unencrypted.`,
      'Use https:// and the certificate of the authority that signed the store’s.',
    ),
  ];
}

/** What the store says of itself. */
export function storeChecks(about: StoreAbout, target: StoreTarget): readonly Check[] {
  const { product, version, clockSkewMs } = about;
  return [
    ok(`${product} ${version} answers at ${target.nodes.join(', ')}.`),
    ...encryption(target),
    ...clock(clockSkewMs),
  ];
}
