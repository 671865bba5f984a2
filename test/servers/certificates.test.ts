import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAuthority } from './certificates.js';

interface Asked {
  readonly ca: string;
  readonly client?: { readonly certPem: string; readonly keyPem: string };
}

/** Asks a TLS server that wants client certificates, and answers the common name that it saw. */
async function ask(
  server: { readonly certPem: string; readonly keyPem: string },
  trusted: string,
  { ca, client }: Asked,
): Promise<string> {
  const tls = { cert: server.certPem, key: server.keyPem, ca: trusted };
  const listener = createServer({ ...tls, requestCert: true }, (incoming, response) => {
    const peer = new X509Certificate(
      (incoming.socket as unknown as { getPeerCertificate(): { raw: Buffer } }).getPeerCertificate()
        .raw,
    );
    response.end(peer.subject.replaceAll('\n', ','));
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  try {
    return await new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port,
          ca,
          ...(client === undefined ? {} : { cert: client.certPem, key: client.keyPem }),
        },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve(text));
        },
      );
      outgoing.on('error', reject);
      outgoing.end();
    });
  } finally {
    listener.close();
  }
}

const authority = createAuthority('synthetic-ca');
const server = authority.issue({
  commonName: 'synthetic-server',
  hosts: ['127.0.0.1', 'localhost'],
  usage: 'server',
});
const client = authority.issue({
  commonName: 'anna',
  organizations: ['ops', 'red'],
  usage: 'client',
});

it('issues certificates that a TLS server and its client accept', async () => {
  const seen = await ask(server, authority.certPem, { ca: authority.certPem, client });
  expect(seen).toBe('O=ops,O=red,CN=anna');
});

it('is not trusted by whoever knows another authority only', async () => {
  const other = createAuthority('synthetic-ca');
  await expect(ask(server, authority.certPem, { ca: other.certPem, client })).rejects.toThrow(
    /certificate/,
  );
});

it('lets no server pass as another host', async () => {
  const elsewhere = authority.issue({
    commonName: 'elsewhere',
    hosts: ['192.0.2.7', 'elsewhere.test'],
    usage: 'server',
  });
  await expect(
    ask(elsewhere, authority.certPem, { ca: authority.certPem, client }),
  ).rejects.toThrow(/127\.0\.0\.1/);
});

it('can be told when a certificate ends', async () => {
  const notAfter = new Date(Date.now() - 60_000);
  const expired = authority.issue({
    commonName: 'late',
    hosts: ['127.0.0.1'],
    usage: 'server',
    notAfter,
  });
  expect(Date.parse(new X509Certificate(expired.certPem).validTo)).toBe(
    Math.floor(notAfter.getTime() / 1000) * 1000,
  );
  await expect(ask(expired, authority.certPem, { ca: authority.certPem, client })).rejects.toThrow(
    /expired/,
  );
});
