import { ServerCredentials } from '@grpc/grpc-js';
import { ownCertificate } from './certificate.js';

export interface Secured {
  readonly credentials: ServerCredentials;
  /** What the host must be told to trust; absent where it did not ask for it. */
  readonly certificate?: Uint8Array;
}

/**
 * How the connection is secured. A host that gives its own certificate expects one of ours and is the only one that may
 * call; else the socket's folder, which only its owner may open, is what protects it.
 */
export function secured(clientCertificate: string | undefined): Secured {
  if (!clientCertificate) return { credentials: ServerCredentials.createInsecure() };
  const { der, certificatePem, keyPem } = ownCertificate();
  const pair = { cert_chain: Buffer.from(certificatePem), private_key: Buffer.from(keyPem) };
  return {
    credentials: ServerCredentials.createSsl(Buffer.from(clientCertificate), [pair], true),
    certificate: der,
  };
}
