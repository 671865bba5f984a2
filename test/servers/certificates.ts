import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';
import {
  bits,
  boolean,
  integer,
  objectId,
  octets,
  sequence,
  set,
  tlv,
  utcTime,
  utf8,
} from './der.js';

/** A certificate and its private key, both PEM. */
export interface Certificate {
  readonly certPem: string;
  readonly keyPem: string;
}

export interface CertificateRequest {
  readonly commonName: string;
  /** To Kubernetes these are groups. */
  readonly organizations?: readonly string[];
  /** DNS names and IPv4 addresses that a server answers for. */
  readonly hosts?: readonly string[];
  readonly usage: 'server' | 'client';
  /** Left out, ten years from an hour ago. */
  readonly notAfter?: Date;
}

export interface Authority {
  readonly certPem: string;
  issue(request: CertificateRequest): Certificate;
}

interface Subject {
  readonly name: Buffer;
  readonly publicKey: KeyObject;
}

const hour = 3_600_000;
const tenYears = 87_600 * hour;

// Object identifiers of RFC 5280 (names, extensions, usages) and RFC 5758 (ECDSA with SHA-256).
const ids = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  keyUsage: '2.5.29.15',
  alternativeNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  server: '1.3.6.1.5.5.7.3.1',
  client: '1.3.6.1.5.5.7.3.2',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

const signatureAlgorithm = sequence(objectId(ids.ecdsaWithSha256));

/** A certificate authority that lives as long as the test: Node signs but cannot write certificates itself. */
export function createAuthority(commonName: string): Authority {
  const { publicKey, privateKey } = newKey();
  const name = distinguishedName(commonName, []);
  const usage = bits(Buffer.from([0b0000_0110]), 1); // keyCertSign, cRLSign
  const certificate = (
    subject: Subject,
    extensions: readonly Buffer[],
    notAfter = new Date(Date.now() + tenYears),
  ): string =>
    signed(
      sequence(
        tlv(0xa0, integer(Buffer.from([2]))),
        integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
        signatureAlgorithm,
        name,
        sequence(utcTime(new Date(Date.now() - hour)), utcTime(notAfter)),
        subject.name,
        subject.publicKey.export({ type: 'spki', format: 'der' }),
        tlv(0xa3, sequence(...extensions)),
      ),
      privateKey,
    );
  return {
    certPem: certificate({ name, publicKey }, [
      extension(ids.basicConstraints, sequence(boolean(true)), true),
      extension(ids.keyUsage, usage, true),
    ]),
    issue: (request) => {
      const key = newKey();
      const subject = distinguishedName(request.commonName, request.organizations ?? []);
      return {
        certPem: certificate(
          { name: subject, publicKey: key.publicKey },
          leafExtensions(request),
          request.notAfter,
        ),
        keyPem: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
}

const newKey = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' });

const attribute = (id: string, value: string): Buffer => set(sequence(objectId(id), utf8(value)));

const distinguishedName = (commonName: string, organizations: readonly string[]): Buffer =>
  sequence(
    ...organizations.map((organization) => attribute(ids.organization, organization)),
    attribute(ids.commonName, commonName),
  );

const extension = (id: string, value: Buffer, critical = false): Buffer =>
  sequence(objectId(id), ...(critical ? [boolean(true)] : []), octets(value));

function leafExtensions({ usage, hosts = [] }: CertificateRequest): Buffer[] {
  const digitalSignature = bits(Buffer.from([0b1000_0000]), 7);
  const alternatives = hosts.map((host) =>
    isIPv4(host)
      ? tlv(0x87, Buffer.from(host.split('.').map(Number)))
      : tlv(0x82, Buffer.from(host, 'ascii')),
  );
  return [
    extension(ids.keyUsage, digitalSignature, true),
    extension(ids.extendedKeyUsage, sequence(objectId(ids[usage]))),
    ...(alternatives.length > 0
      ? [extension(ids.alternativeNames, sequence(...alternatives))]
      : []),
  ];
}

function signed(toBeSigned: Buffer, key: KeyObject): string {
  const der = sequence(toBeSigned, signatureAlgorithm, bits(sign('sha256', toBeSigned, key)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
