import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import {
  bits,
  bytes,
  identifier,
  oneOf,
  positive,
  sequence,
  tagged,
  text,
  time,
  truth,
} from './der.js';

/** A certificate and the key that belongs to it. */
export interface OwnCertificate {
  readonly der: Uint8Array;
  readonly certificatePem: string;
  readonly keyPem: string;
}

// Object identifiers: RFC 5280 (names, extensions), RFC 5758 (ECDSA with SHA-256).
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const ALTERNATIVE_NAME = '2.5.29.17';
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';

/** By this name go-plugin checks its plugins' certificates. */
const HOST = 'localhost';

const HOUR_MS = 3_600_000;
const YEARS_30 = 262_980 * HOUR_MS;

/**
 * Makes a certificate that vouches for itself, for as long as this process may live. The host learns it with the
 * handshake and trusts nothing else.
 */
export function ownCertificate(now = new Date()): OwnCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(oneOf(sequence(identifier(COMMON_NAME), text(HOST))));
  const algorithm = sequence(identifier(ECDSA_SHA256));
  const body = sequence(
    tagged(0xa0, positive(Buffer.from([2]))), // version 3
    positive(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(new Date(now.getTime() - HOUR_MS)), time(new Date(now.getTime() + YEARS_30))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        extension(BASIC_CONSTRAINTS, truth(), sequence(truth())),
        extension(ALTERNATIVE_NAME, sequence(tagged(0x82, Buffer.from(HOST, 'ascii')))),
      ),
    ),
  );
  const der = sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
  return {
    der,
    certificatePem: pem(der),
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** An extension; its last part is its value, before which may stand that it is critical. */
const extension = (id: string, ...parts: readonly Buffer[]): Buffer =>
  sequence(identifier(id), ...parts.slice(0, -1), bytes(parts.at(-1) ?? Buffer.alloc(0)));

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
