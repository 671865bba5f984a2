import { EVERYTHING } from '@gpuscope/aggregation/scope';
import { createAccess } from './access.js';
import type { Caller } from './callers/caller.js';
import { everything } from './policies/everything.js';
import { createPolicy } from './policies/index.js';
import type { Policy } from './policies/policy.js';

const { signal } = new AbortController();

describe('createAccess', () => {
  it('looks at no token where everybody sees everything', async () => {
    let looked = 0;
    const access = createAccess(everything, () => {
      looked += 1;
      return Promise.resolve({ reason: 'no' });
    });
    const { scope } = await access.authorise({ orgId: 1, login: 'x', token: 't' }, signal);
    expect([scope, looked]).toEqual([EVERYTHING, 0]);
  });

  it('asks a policy that tells people apart about a verified caller only', async () => {
    const asked: Caller[] = [];
    const policy: Policy = {
      tellsApart: true,
      scopeOf: (caller) => {
        asked.push(caller);
        return Promise.resolve(EVERYTHING);
      },
      close: () => undefined,
    };
    const access = createAccess(policy, () => Promise.resolve({ reason: 'forged' }));
    await access.authorise({ orgId: 1, login: 'admin', token: 't' }, signal);
    expect(asked).toEqual([{ kind: 'unverified', login: 'admin', reason: 'forged' }]);
  });

  it('shows nothing while the policy has no answer', async () => {
    const tenancy = {
      policy: { kind: 'file' as const, file: '/nowhere/tenants.yaml' },
      operators: [{ authenticatedBy: 'password', username: 'admin' }],
      services: new Map(),
    };
    const troubles: string[] = [];
    const policy = createPolicy(tenancy, ({ code }) => troubles.push(code));
    const access = createAccess(policy, () =>
      Promise.resolve({ claims: { type: 'user', authenticatedBy: '', username: 'admin' } }),
    );
    await expect(
      access.authorise({ orgId: 1, login: 'admin', token: 't' }, signal),
    ).rejects.toMatchObject({ code: 'POLICY_UNREACHABLE' });
    expect(troubles).toEqual(['POLICY_UNREACHABLE']);
  });
});
