import { readFile } from 'node:fs/promises';
import { GpuscopeError } from '@gpuscope/aggregation';
import { reasonOf } from '../errorWords.js';
import type { TokenSource } from './token.js';

/** PEM text, or the file that holds it; files are read for every connection, as they are renewed under us. */
export type Pem = { readonly file: string } | { readonly data: string };

/** Where the API server is and how to prove to it who we are. */
export interface KubernetesAccess {
  /** Such as `https://10.0.0.1:443`, perhaps with a path before `/api`; no slash at the end. */
  readonly server: string;
  /** Trusted instead of the well-known authorities. */
  readonly ca?: Pem;
  readonly cert?: Pem;
  readonly key?: Pem;
  /** Name expected in the server's certificate, where it is not the address's. */
  readonly serverName?: string;
  /** True takes any certificate: only where a kubeconfig says so. */
  readonly insecure?: boolean;
  readonly token?: TokenSource;
}

/** TLS options for node:https. */
export interface TlsOptions {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly servername?: string;
  readonly rejectUnauthorized?: false;
}

async function pemText(pem: Pem, purpose: string): Promise<string> {
  if ('data' in pem) return pem.data;
  try {
    return await readFile(pem.file, 'utf8');
  } catch (error) {
    throw new GpuscopeError(
      'CONFIG_INVALID',
      `${pem.file}: cannot read the ${purpose} (${reasonOf(error)})`,
      { cause: error },
    );
  }
}

/**
 * What node:https needs to know.
 * @throws GpuscopeError CONFIG_INVALID naming a file that can't be read
 */
export async function tlsOptions(access: KubernetesAccess): Promise<TlsOptions> {
  const { ca, cert, key, serverName, insecure } = access;
  return {
    ...(ca !== undefined && { ca: await pemText(ca, "API server's authority") }),
    ...(cert !== undefined && { cert: await pemText(cert, 'client certificate') }),
    ...(key !== undefined && { key: await pemText(key, 'client key') }),
    ...(serverName !== undefined && { servername: serverName }),
    ...(insecure === true && { rejectUnauthorized: false as const }),
  };
}
