import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import type { Environment, LogsAuthSite, LogsFile, Said } from '@gpuscope/aggregation';
import { formatSiteProblem, GpuscopeError, parseLogsFile, say } from '@gpuscope/aggregation';
import type { SourceSettings, StoreTarget } from './sourceSettings.js';

export interface FilePlace {
  /** Path of gpuscope.yaml; undefined where Grafana was given none. */
  readonly path: string | undefined;
  /** Grafana hands out the files of this folder to anybody, signed in or not. */
  readonly pluginFolder: string;
  readonly env: Environment;
}

const invalid = (message: string | Said, cause?: unknown): GpuscopeError =>
  new GpuscopeError('SETTINGS_INVALID', message, { cause });

async function resolved(path: string, what: string | Said): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw invalid(say('settings.unreadable', { what, path, why }), error);
  }
}

/** The real path of a file that must not lie where Grafana would hand it out. */
async function outside(path: string, folder: string, what: string | Said): Promise<string> {
  if (!isAbsolute(path)) throw invalid(say('settings.notAbsolute', { what, path }));
  const [file, inside] = await Promise.all([
    resolved(path, what),
    resolved(folder, say('settings.pluginFolder')),
  ]);
  const way = relative(inside, file);
  if (way.startsWith('..') || isAbsolute(way)) return file;
  throw invalid(say('settings.openFolder', { what, path }));
}

async function readOutside(path: string, folder: string, what: string | Said): Promise<string> {
  const file = await outside(path, folder, what);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw invalid(say('settings.unreadable', { what, path, why }), error);
  }
}

type SecretKey = Exclude<keyof LogsAuthSite, 'user' | 'serverName'>;

const SECRETS: Readonly<Record<SecretKey, string>> = {
  passwordFile: 'logs.auth.passwordFile',
  apiKeyFile: 'logs.auth.apiKeyFile',
  caFile: 'logs.auth.caFile',
  certFile: 'logs.auth.certFile',
  keyFile: 'logs.auth.keyFile',
};

const SECRET_KEYS = Object.keys(SECRETS) as SecretKey[];

async function targetOf({ logs }: LogsFile, folder: string): Promise<StoreTarget> {
  const { auth } = logs;
  const texts: Partial<Record<SecretKey, string>> = {};
  for (const key of SECRET_KEYS) {
    const path = auth[key];
    if (path !== undefined) texts[key] = (await readOutside(path, folder, SECRETS[key])).trim();
  }
  const { passwordFile, apiKeyFile, caFile, certFile, keyFile } = texts;
  return {
    product: logs.product,
    nodes: logs.nodes,
    auth:
      auth.user !== undefined
        ? { kind: 'basic', user: auth.user, password: passwordFile ?? '' }
        : apiKeyFile !== undefined
          ? { kind: 'apiKey', apiKey: apiKeyFile }
          : { kind: 'none' },
    ...(caFile !== undefined && { ca: caFile }),
    ...(certFile !== undefined && { cert: certFile }),
    ...(keyFile !== undefined && { key: keyFile }),
    ...(auth.serverName !== undefined && { serverName: auth.serverName }),
  };
}

/** Settings from gpuscope.yaml on the server. Throws SETTINGS_INVALID with all that is wrong, by line. */
export async function fromFile({ path, pluginFolder, env }: FilePlace): Promise<SourceSettings> {
  if (path === undefined) throw invalid(say('settings.noFile'));
  const parsed = parseLogsFile(await readOutside(path, pluginFolder, say('settings.theFile')), {
    env,
    file: path,
  });
  if ('problems' in parsed) throw invalid(parsed.problems.map(formatSiteProblem).join('\n'));
  const { site } = parsed;
  const { logs, metrics, tenancy } = site;
  if (tenancy.policy.kind === 'file')
    await outside(tenancy.policy.file, pluginFolder, 'tenancy.policy.file');
  const secrets = SECRET_KEYS.flatMap((key) => logs.auth[key] ?? []);
  return {
    store: await targetOf(site, pluginFolder),
    index: logs.index,
    cluster: logs.cluster ?? { kind: 'only', cluster: site.cluster },
    shape: logs.shape,
    limits: logs.limits,
    identity: site.identity,
    hosts: site.hosts,
    tenancy,
    ...(metrics !== undefined && { prometheusUrl: metrics.url }),
    files: [path, ...secrets],
  };
}
