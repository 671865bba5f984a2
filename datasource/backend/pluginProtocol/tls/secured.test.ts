import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { createServer, listen } from '../server.js';
import { healthService } from '../services/health.js';
import { ownCertificate } from './certificate.js';
import { secured } from './secured.js';

const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

describe('secured', () => {
  it('leaves the socket to its folder where the host shows no certificate', () => {
    const { credentials, certificate } = secured(undefined);
    expect(credentials._isSecure()).toBe(false);
    expect(certificate).toBeUndefined();
    expect(secured('').certificate).toBeUndefined();
  });

  it('talks to the host that showed its certificate, and to nobody else', async () => {
    const host = ownCertificate();
    const stranger = ownCertificate();
    const { credentials, certificate = new Uint8Array() } = secured(host.certificatePem);
    const server = createServer([healthService]);
    const folder = mkdtempSync(join(tmpdir(), 'secured-test-'));
    const path = join(folder, 's');
    await listen(server, path, credentials);

    const talks = async (who: typeof host | undefined): Promise<boolean> => {
      const socket = connect({
        path,
        servername: 'localhost',
        ca: pemOf(certificate),
        ALPNProtocols: ['h2'],
        ...(who !== undefined && { cert: who.certificatePem, key: who.keyPem }),
      });
      // In TLS 1.3 a server refuses after the client's hello is done: what it sends first tells.
      const outcome = await Promise.race([
        once(socket, 'data').then(() => true),
        once(socket, 'close').then(() => false),
      ]).catch(() => false);
      socket.destroy();
      return outcome;
    };
    expect(await talks(host)).toBe(true);
    expect(await talks(stranger)).toBe(false);
    expect(await talks(undefined)).toBe(false);
    server.forceShutdown();
    rmSync(folder, { recursive: true });
  });
});
