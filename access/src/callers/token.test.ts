import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, FetchImplementation } from 'jose';
import { createTokenVerifier } from './token.js';

const ISSUER = 'https://grafana.example.com/';
const CLAIMS = { type: 'user', authenticatedBy: 'ldap', username: 'li.wei' };

interface Signed {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly claims?: Record<string, unknown>;
}

/** A Grafana with one key, and somebody who has another. */
async function grafana() {
  const [own, foreign] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const asked: string[] = [];
  const keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'ES256' }] };
  const fetch: FetchImplementation = (url) => {
    asked.push(String(url));
    return Promise.resolve(Response.json(keys));
  };
  const sign = (key: CryptoKey, { issuer, audience, expires, claims }: Signed = {}) =>
    new SignJWT({ ...CLAIMS, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject('user:1')
      .setIssuer(issuer ?? ISSUER)
      .setAudience(audience ?? 'org:1')
      .setExpirationTime(expires ?? '10m')
      .sign(key);
  return {
    asked,
    fetch,
    verify: createTokenVerifier({ issuer: ISSUER, fetch }),
    token: (how?: Signed) => sign(own.privateKey, how),
    forged: () => sign(foreign.privateKey),
  };
}

describe('createTokenVerifier', () => {
  it('gives the claims of a token that Grafana signed for this organisation', async () => {
    const { verify, token, asked } = await grafana();
    expect(await verify(await token(), 1)).toEqual({ claims: CLAIMS });
    expect(asked).toEqual(['https://grafana.example.com/api/signing-keys/keys']);
  });

  it('asks for the keys where Grafana answers its own backend', async () => {
    const { fetch, token, asked } = await grafana();
    const options = { issuer: ISSUER, grafana: 'http://127.0.0.1:3000/sub/', fetch };
    expect(await createTokenVerifier(options)(await token(), 1)).toEqual({ claims: CLAIMS });
    expect(asked).toEqual(['http://127.0.0.1:3000/sub/api/signing-keys/keys']);
  });

  it('gives empty texts for what a service account has not', async () => {
    const { verify, token } = await grafana();
    const claims = { type: 'service-account', authenticatedBy: undefined, username: undefined };
    expect(await verify(await token({ claims }), 1)).toEqual({
      claims: { type: 'service-account', authenticatedBy: '', username: '' },
    });
  });

  it.each<[string, Signed, number, RegExp]>([
    ['another organisation', {}, 2, /"aud" is not this Grafana's/],
    ['another Grafana', { issuer: 'https://evil.example.com/' }, 1, /"iss" is not this Grafana's/],
    ['the past', { expires: '-1m' }, 1, /has expired/],
    ['nobody in particular', { claims: { type: 7 } }, 1, /can't be verified/],
  ])('refuses a token of %s', async (_, how, org, reason) => {
    const { verify, token } = await grafana();
    expect(await verify(await token(how), org)).toEqual({
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('refuses a signature that is not of Grafana’s keys, none at all, and what is no token', async () => {
    const { verify, token, forged } = await grafana();
    const unsigned = [
      Buffer.from('{"alg":"none"}').toString('base64url'),
      (await token()).split('.')[1],
      '',
    ].join('.');
    for (const bad of [await forged(), unsigned, 'x', 'a.b.c']) {
      expect(await verify(bad, 1)).toHaveProperty('reason');
    }
  });

  it('refuses while Grafana’s keys can not be had', async () => {
    const { token } = await grafana();
    const fetch: FetchImplementation = () => Promise.reject(new Error('connect ECONNREFUSED'));
    const verify = createTokenVerifier({ issuer: ISSUER, fetch });
    expect(await verify(await token(), 1)).toEqual({
      reason: "the token can't be verified: connect ECONNREFUSED",
    });
  });
});
