import { say } from '@gpuscope/aggregation';
import type { Authorised } from '@gpuscope/access';
import { describeCaller } from '@gpuscope/access';
import type { TenancySite, Said } from '@gpuscope/aggregation';
import type { Check } from './check.js';
import { ok, tell } from './check.js';

function seen({ scope }: Authorised): Said {
  if (scope.kind === 'everything') return say('health.seesEverything');
  const grants = scope.tenants.reduce((sum, tenant) => sum + tenant.grants.length, 0);
  const names = scope.tenants.map(({ tenant }) => tenant).join(', ');
  return say('health.seesGrants', { grants, tenants: names });
}

/** Who may see what, and what that means for whoever looks at this. */
export function policyChecks({ policy }: TenancySite, you: Authorised): readonly Check[] {
  if (policy.kind === 'everything') return [tell(say('health.everything'))];
  return [
    ok(say('health.policyFile', { file: policy.file })),
    tell(say('health.you', { who: describeCaller(you.caller), what: seen(you) })),
  ];
}
