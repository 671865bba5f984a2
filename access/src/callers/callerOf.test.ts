import { describeCaller } from './caller.js';
import type { Asking } from './callerOf.js';
import { callerOf } from './callerOf.js';
import type { TokenClaims, VerifyToken } from './token.js';

const verifying =
  (claims: Partial<TokenClaims>): VerifyToken =>
  () =>
    Promise.resolve({
      claims: { type: 'user', authenticatedBy: 'ldap', username: 'li.wei', ...claims },
    });
const refusing: VerifyToken = () => Promise.resolve({ reason: 'the token has expired' });
const asking = (login: string, token?: string): Asking => ({
  orgId: 1,
  login,
  ...(token !== undefined && { token }),
});

describe('callerOf', () => {
  it('knows a user by a token that was made for their login', async () => {
    expect(await callerOf(asking('li.wei', 't'), verifying({}))).toEqual({
      kind: 'user',
      authenticatedBy: 'ldap',
      username: 'li.wei',
    });
  });

  it('calls a sign-in that Grafana does not name a password', async () => {
    const caller = await callerOf(asking('li.wei', 't'), verifying({ authenticatedBy: '' }));
    expect(describeCaller(caller)).toBe('password/li.wei');
  });

  it('knows a service account by its login, as its token names none', async () => {
    const verify = verifying({ type: 'service-account', username: '', authenticatedBy: '' });
    expect(await callerOf(asking('sa-1-bot', 't'), verify)).toEqual({
      kind: 'service',
      login: 'sa-1-bot',
    });
  });

  it.each([
    ['nobody', asking(''), 'anonymous'],
    ['a scheduled rule', asking('grafana_scheduler'), 'rule'],
    ['a login alone', asking('li.wei'), 'unverified'],
    ['an empty token', asking('li.wei', ''), 'unverified'],
  ])('takes %s for what it is', async (_, who, kind) => {
    expect(await callerOf(who, refusing)).toMatchObject({ kind });
  });

  it.each<[string, Asking, VerifyToken, RegExp]>([
    ['a token that does not hold', asking('li.wei', 't'), refusing, /has expired/],
    ['another person’s token', asking('service', 't'), verifying({}), /is that of "li.wei"/],
    ['a visitor’s token without a login', asking('', 't'), verifying({}), /without a login/],
    [
      'an anonymous token',
      asking('x', 't'),
      verifying({ type: 'anonymous' }),
      /of the type "anonymous"/,
    ],
    ['a scheduler that brings a token', asking('grafana_scheduler', 't'), refusing, /has expired/],
    [
      'a user who renamed himself to a service account',
      asking('sa-1-bot', 't'),
      verifying({ type: 'user', username: 'evil' }),
      /is that of "evil"/,
    ],
  ])('believes no login because of %s', async (_, who, verify, reason) => {
    expect(await callerOf(who, verify)).toMatchObject({
      kind: 'unverified',
      login: who.login,
      reason: expect.stringMatching(reason) as string,
    });
  });
});
