import type { Authorised } from '@gpuscope/access';
import { describeCaller } from '@gpuscope/access';
import type { TenancySite } from '@gpuscope/aggregation';
import type { Check } from './check.js';
import { ok, tell } from './check.js';

function seen({ scope }: Authorised): string {
  if (scope.kind === 'everything') return 'everything';
  const grants = scope.tenants.reduce((sum, tenant) => sum + tenant.grants.length, 0);
  const names = scope.tenants.map(({ tenant }) => tenant).join(', ');
  return `what ${grants} grants of ${names} name`;
}

/** Who may see what, and what that means for whoever looks at this. */
export function policyChecks({ policy }: TenancySite, you: Authorised): readonly Check[] {
  if (policy.kind === 'everything')
    return [
      tell('The policy is everything: whoever may open this data source sees all its lines.'),
    ];
  return [
    ok(`The policy is the file ${policy.file}.`),
    tell(`You are ${describeCaller(you.caller)} and see ${seen(you)}.`),
  ];
}
