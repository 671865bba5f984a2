/** Who asks, and why they may see nothing. */
export const ACCESS = {
  'access.denied': '{{who}} may see no logs: {{why}}',
  'access.unverified': '{{reason}}; sign in again, or ask whoever runs Grafana',
  'access.rules':
    'rules see logs only where the policy is everything, until they can be granted a tenant',
  'access.noTenant': 'no tenant of the tenants file names them; ask whoever keeps that file',
  'access.service': 'the service account {{login}}',
  'access.rule': 'a scheduled rule',
  'access.anonymous': 'somebody who is not signed in',
  'access.unproven': '"{{login}}" (no token proves that)',
  'access.unreadable': "the tenants file {{path}} can't be read: {{why}}",
} as const;
