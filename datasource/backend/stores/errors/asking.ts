import type { Said } from '@gpuscope/aggregation';
import type { StoreTarget } from '../../settings/sourceSettings.js';
import { secretsOf } from '../wire/authorization.js';

/** Who was asked for what, for the message of an error. */
export interface Asking {
  readonly store: string;
  /** For example `searching ks-logstash-log-*`. */
  readonly what: string | Said;
  readonly auth: StoreTarget['auth']['kind'];
  /** Texts that must not be shown, wherever they turn up. */
  readonly secrets: readonly string[];
}

const longest = 400;

/** What a store or a client said, fit to be shown: one line, not long, without our secrets. */
export function quotable(said: string, { secrets }: Pick<Asking, 'secrets'>): string {
  const [...longestFirst] = secrets;
  longestFirst.sort((a, b) => b.length - a.length);
  const clean = longestFirst
    .reduce((text, secret) => text.replaceAll(secret, '***'), said)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return clean.length <= longest ? clean : `${clean.slice(0, longest)}…`;
}

/** The asking of one store, less what it is asked for. */
export function askingOf(target: StoreTarget): Omit<Asking, 'what'> {
  const nodes = target.nodes.map((node) => originOf(node));
  return { store: nodes.join(', '), auth: target.auth.kind, secrets: secretsOf(target) };
}

/** An address without user, password, query and fragment. */
function originOf(node: string): string {
  try {
    const { origin, pathname } = new URL(node);
    return pathname === '/' ? origin : `${origin}${pathname}`;
  } catch {
    return 'an address that is none';
  }
}
