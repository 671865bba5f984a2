import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ownCertificate } from './certificate.js';

const NOW = new Date('2026-11-21T08:00:00Z');

describe('ownCertificate', () => {
  const own = ownCertificate(NOW);
  const certificate = new X509Certificate(own.certificatePem);

  it('is one certificate in both spellings', () => {
    expect(certificate.raw.equals(own.der)).toBe(true);
  });

  it('is signed by its own key', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(own.keyPem))).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
  });

  it('is for the name by which the host checks it, and may vouch for itself', () => {
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkHost('grafana')).toBeUndefined();
    expect(certificate.ca).toBe(true);
  });

  it('is valid from an hour ago, should clocks differ, for as long as any process lives', () => {
    expect(new Date(certificate.validFrom)).toEqual(new Date('2026-11-21T07:00:00Z'));
    expect(new Date(certificate.validTo).getUTCFullYear()).toBe(2056);
  });

  it('is another one for each process', () => {
    const other = new X509Certificate(ownCertificate(NOW).certificatePem);
    expect(other.serialNumber).not.toBe(certificate.serialNumber);
    expect(other.verify(certificate.publicKey)).toBe(false);
  });
});
