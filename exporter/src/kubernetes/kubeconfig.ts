import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { GpuscopeError } from '@gpuscope/aggregation';
import { parse } from 'yaml';
import { reasonOf } from '../errorWords.js';
import type { KubernetesAccess, Pem } from './access.js';
import type { Json } from './json.js';
import { isObject, listOf, objectOf, shown, textOf } from './json.js';
import type { TokenSource } from './token.js';
import { fileToken, fixedToken } from './token.js';

const invalid = (path: string, text: string, cause?: unknown): GpuscopeError =>
  new GpuscopeError('CONFIG_INVALID', `${path}: ${text}`, { cause });

/** The entry of a list of `{name, [part]: …}` that has this name. */
function named(path: string, config: Json, list: string, part: string, name: string): Json {
  const entries = listOf(config[list]).map(objectOf);
  const found = entries.find((entry) => entry['name'] === name);
  if (found !== undefined) return objectOf(found[part]);
  const names = entries.map((entry) => textOf(entry['name'])).join(', ');
  throw invalid(path, `${list} has no ${JSON.stringify(name)}; there are: ${names || 'none'}`);
}

/** `key-data` (base64) wins over `key` (a file, relative to the kubeconfig), as kubectl has it. */
function pem(path: string, entry: Json, key: string): Pem | undefined {
  const data = textOf(entry[`${key}-data`]);
  if (data !== '') return { data: Buffer.from(data, 'base64').toString('utf8') };
  const file = textOf(entry[key]);
  return file === '' ? undefined : { file: resolve(dirname(path), file) };
}

function tokenSource(path: string, user: Json): TokenSource | undefined {
  const file = textOf(user['tokenFile']);
  if (file !== '') return fileToken(resolve(dirname(path), file));
  const token = textOf(user['token']);
  return token === '' ? undefined : fixedToken(token);
}

/** Ways to sign in that would start programs or need a library of their own. */
const UNSUPPORTED = ['exec', 'auth-provider', 'username'];

function checkUser(path: string, name: string, user: Json): void {
  const found = UNSUPPORTED.find((key) => user[key] !== undefined);
  if (found === undefined) return;
  throw invalid(
    path,
    `user ${JSON.stringify(name)} signs in by ${found}, which is not supported; allowed are token, tokenFile, client-certificate[-data] with client-key[-data]`,
  );
}

function serverOf(path: string, cluster: Json): string {
  const server = textOf(cluster['server']);
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return server.replace(/\/+$/, '');
  throw invalid(path, `server is ${shown(cluster['server'])}; write it as https://host:6443`);
}

/**
 * Reads the parts of a kubeconfig that a program without kubectl's plugins can use.
 * @param context left out, the file's current-context
 * @throws GpuscopeError CONFIG_INVALID naming the file, what was found and what is allowed
 */
export function parseKubeconfig(text: string, path: string, context?: string): KubernetesAccess {
  let config: unknown;
  try {
    config = parse(text);
  } catch (error) {
    throw invalid(path, `is not YAML: ${error instanceof Error ? error.message : ''}`, error);
  }
  if (!isObject(config)) throw invalid(path, `is ${shown(config)}, not a kubeconfig`);
  const name = context ?? textOf(config['current-context']);
  const chosen = named(path, config, 'contexts', 'context', name);
  const cluster = named(path, config, 'clusters', 'cluster', textOf(chosen['cluster']));
  const userName = textOf(chosen['user']);
  const user = userName === '' ? {} : named(path, config, 'users', 'user', userName);
  checkUser(path, userName, user);
  const ca = pem(path, cluster, 'certificate-authority');
  const cert = pem(path, user, 'client-certificate');
  const key = pem(path, user, 'client-key');
  const serverName = textOf(cluster['tls-server-name']);
  const token = tokenSource(path, user);
  return {
    server: serverOf(path, cluster),
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(serverName !== '' && { serverName }),
    ...(cluster['insecure-skip-tls-verify'] === true && { insecure: true }),
    ...(token !== undefined && { token }),
  };
}

/** Reads a kubeconfig file; see {@link parseKubeconfig}. */
export async function readKubeconfig(path: string, context?: string): Promise<KubernetesAccess> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw invalid(path, `cannot read the kubeconfig (${reasonOf(error)})`, error);
  }
  return parseKubeconfig(text, path, context);
}
