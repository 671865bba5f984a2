import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Who } from './backend.js';

/** What a backend needs of Grafana: the keys that its tokens are signed with. */
export interface FakeGrafana {
  /** Its root address: the issuer of its tokens. */
  readonly url: string;
  /** Somebody who is signed in by LDAP, with Grafana's token. */
  user(login: string): Who;
  /** As `user`, with a token of another key. */
  forged(login: string): Who;
  stop(): Promise<void>;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON web token as Grafana makes it: ES256, ten minutes. */
function tokenOf(claims: Readonly<Record<string, unknown>>, key: KeyObject): string {
  const exp = Math.floor(Date.now() / 1000) + 600;
  const text = `${part({ alg: 'ES256', kid: 'k1' })}.${part({ ...claims, exp })}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

export async function startFakeGrafana(): Promise<FakeGrafana> {
  const newPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [own, foreign] = [newPair(), newPair()];
  const keys = { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256' }] };
  const server = createServer((request, response) => {
    const isKeys = request.url === '/api/signing-keys/keys';
    response.writeHead(isKeys ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKeys ? keys : {}));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const signed = (login: string, { privateKey }: typeof own): Who => {
    const who = { sub: `user:${login}`, type: 'user', authenticatedBy: 'ldap', username: login };
    const token = tokenOf({ ...who, iss: url, aud: 'org:1' }, privateKey);
    return { login, headers: { 'X-Grafana-Id': token } };
  };
  return {
    url,
    user: (login) => signed(login, own),
    forged: (login) => signed(login, foreign),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
