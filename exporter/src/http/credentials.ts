import { readFile } from 'node:fs/promises';
import type { HttpAuthSite, HttpTlsSite } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { reasonOf } from '../errorWords.js';

/** A file's text. Throws CONFIG_INVALID that names the file and what it is for. */
async function secret(path: string, purpose: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new GpuscopeError(
      'CONFIG_INVALID',
      `${path}: cannot read the ${purpose} (${reasonOf(error)})`,
      {
        cause: error,
      },
    );
  }
}

/** The first line, as editors and `echo` leave a line end behind. Throws when there is none. */
async function secretLine(path: string, purpose: string): Promise<string> {
  const line = ((await secret(path, purpose)).split(/\r?\n/, 1)[0] ?? '').trim();
  if (line === '') throw new GpuscopeError('CONFIG_INVALID', `${path}: the ${purpose} is empty`);
  return line;
}

/** The Authorization header, or none. Reads the file each time: kubelets and operators replace such files. */
export async function authorization(auth: HttpAuthSite | undefined): Promise<string | undefined> {
  if (auth === undefined) return undefined;
  if (auth.kind === 'bearer') return `Bearer ${await secretLine(auth.tokenFile, 'bearer token')}`;
  const password = await secretLine(auth.passwordFile, 'password');
  return `Basic ${Buffer.from(`${auth.user}:${password}`).toString('base64')}`;
}

/** TLS options for node:https. */
export interface TlsMaterial {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly servername?: string;
}

/** Reads the certificates each time, so that a renewed one is used at the next request. */
export async function tlsMaterial(tls: HttpTlsSite | undefined): Promise<TlsMaterial> {
  if (tls === undefined) return {};
  return {
    ...(tls.caFile !== undefined && { ca: await secret(tls.caFile, 'authority certificate') }),
    ...(tls.certFile !== undefined && { cert: await secret(tls.certFile, 'client certificate') }),
    ...(tls.keyFile !== undefined && { key: await secret(tls.keyFile, 'client key') }),
    ...(tls.serverName !== undefined && { servername: tls.serverName }),
  };
}
