import { describeRule } from '@gpuscope/aggregation';
import { ROLES } from '@gpuscope/aggregation/logs';
import type { AboutAnswer } from '@gpuscope/datasource/shared';
import type { Admitted } from '../ask.js';

/** What an editor needs to know of the source; nothing of the lines themselves. */
export async function about(admitted: Admitted, signal: AbortSignal): Promise<AboutAnswer> {
  const { session, scope } = admitted;
  const { layouts } = await session.known(signal);
  const { limits, identity } = session.settings;
  return {
    shapes: [...new Set(layouts.map(({ shape }) => shape))],
    roles: ROLES.filter((role) => layouts.some(({ roles }) => roles[role] !== undefined)),
    hasLevels: layouts.some(({ roles }) => roles.level !== undefined),
    seesEverything: scope.kind === 'everything',
    tenants: scope.kind === 'everything' ? [] : scope.tenants.map(({ tenant }) => tenant),
    appRules: identity.app.map(describeRule),
    limits: { rangeMs: limits.rangeMs, lines: limits.lines },
  };
}
