import type { TenantsFile } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { EVERYTHING } from '@gpuscope/aggregation/scope';
import type { Caller } from '../../callers/caller.js';
import { scopeFor } from './scopeFor.js';

const cv = { cluster: 'idc1', namespace: 'team-cv' };
const risk = { cluster: 'idc1', host: 'gpu-vm-7', fromMs: 5 };
const member = { authenticatedBy: 'ldap', username: 'li.wei' };
const FILE: TenantsFile = {
  tenants: new Map([
    ['cv', { members: [member], grants: [cv] }],
    ['risk', { members: [], grants: [risk] }],
    ['both', { members: [{ authenticatedBy: 'jwt', username: 'portal:42' }, member], grants: [] }],
  ]),
};
const PRIVILEGED = {
  operators: [{ authenticatedBy: 'password', username: 'admin' }],
  services: new Map([
    ['sa-1-bot', ['risk', 'gone']],
    ['sa-1-lost', ['gone']],
  ]),
};
const user = (authenticatedBy: string, username: string): Caller => ({
  kind: 'user',
  authenticatedBy,
  username,
});
const scopeOf = (caller: Caller) => scopeFor(caller, FILE, PRIVILEGED);

describe('scopeFor', () => {
  it('gives operators everything', () => {
    expect(scopeOf(user('password', 'admin'))).toBe(EVERYTHING);
  });

  it('gives members what all their tenants are granted', () => {
    expect(scopeOf(user('ldap', 'li.wei'))).toEqual({
      kind: 'tenants',
      tenants: [
        { tenant: 'cv', grants: [cv] },
        { tenant: 'both', grants: [] },
      ],
    });
  });

  it('gives a tenant without a grant an empty scope', () => {
    expect(scopeOf(user('jwt', 'portal:42'))).toEqual({
      kind: 'tenants',
      tenants: [{ tenant: 'both', grants: [] }],
    });
  });

  it('gives a service account its tenants, and passes over those that are gone', () => {
    expect(scopeOf({ kind: 'service', login: 'sa-1-bot' })).toEqual({
      kind: 'tenants',
      tenants: [{ tenant: 'risk', grants: [risk] }],
    });
  });

  it.each<[string, Caller, RegExp]>([
    [
      'the same login by another sign-in',
      user('password', 'li.wei'),
      /password\/li\.wei may see no logs/,
    ],
    ['an operator’s login by another sign-in', user('jwt', 'admin'), /jwt\/admin/],
    ['a login in another case', user('ldap', 'Li.Wei'), /no tenant of the tenants file names them/],
    ['a user called as a service account is', user('ldap', 'sa-1-bot'), /may see no logs/],
    ['a service whose tenants are gone', { kind: 'service', login: 'sa-1-lost' }, /sa-1-lost/],
    ['an unknown service', { kind: 'service', login: 'admin' }, /service account admin/],
    ['nobody', { kind: 'anonymous' }, /somebody who is not signed in/],
    ['a rule', { kind: 'rule' }, /rules see logs only where the policy is everything/],
    [
      'an operator’s login that nothing proves',
      { kind: 'unverified', login: 'admin', reason: 'the token has expired' },
      /"admin" \(no token proves that\) may see no logs: the token has expired/,
    ],
  ])('denies %s', (_, caller, told) => {
    expect(() => scopeOf(caller)).toThrow(told);
    expect(() => scopeOf(caller)).toThrow(GpuscopeError);
  });
});
