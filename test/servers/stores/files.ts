import { copyFile, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Certificate } from '../certificates.js';
import { storePin, type StoreKind } from './kinds.js';
import { writeUsers, type StoreSecurity } from './users.js';

export interface StoreFilesOptions {
  readonly security?: StoreSecurity;
  /** Serve HTTPS with this certificate; needs `security`. */
  readonly tls?: Certificate;
  /** Further lines of elasticsearch.yml or opensearch.yml. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly heapMb: number;
}

/** The JVM options that the zip brings and that need files, modules or memory which a test has not. */
const unwanted = /Xlog|HeapDump|ErrorFile|PrintGC|PrintTenuring|GCLog|incubator|PreTouch|-Xm[sx]/;

/**
 * Writes the configuration of one server: `config`, beside which `data`, `logs` and `tmp` come to lie.
 *
 * @param home the unpacked zip
 * @param folder the server's own folder
 */
export async function writeStoreFiles(
  kind: StoreKind,
  home: string,
  folder: string,
  options: StoreFilesOptions,
): Promise<void> {
  const config = join(folder, 'config');
  await mkdir(config, { recursive: true });
  await mkdir(join(folder, 'tmp'), { recursive: true });
  for (const name of await readdir(join(home, 'config'))) {
    await cp(join(home, 'config', name), join(config, name), { recursive: true });
  }
  await copyFile(join(home, 'config/log4j2.properties'), join(config, 'log4j2.properties'));
  const shipped = await readFile(join(home, 'config/jvm.options'), 'utf8');
  await writeFile(join(config, 'jvm.options'), jvmOptions(shipped, options.heapMb));
  if (options.security !== undefined) await writeUsers(config, options.security);
  if (options.tls !== undefined) {
    await writeFile(join(config, 'http.crt'), options.tls.certPem);
    await writeFile(join(config, 'http.key'), options.tls.keyPem);
  }
  const { product } = storePin(kind);
  // JSON is YAML.
  await writeFile(join(config, `${product}.yml`), JSON.stringify(settings(kind, folder, options)));
}

function jvmOptions(shipped: string, heapMb: number): string {
  const kept = shipped.split('\n').filter((line) => !line.startsWith('#') && !unwanted.test(line));
  const ours = [`-Xms${heapMb}m`, `-Xmx${heapMb}m`, '-XX:TieredStopAtLevel=1', ''];
  return [...kept, ...ours].join('\n');
}

function settings(
  kind: StoreKind,
  folder: string,
  { security, tls, settings: more = {} }: StoreFilesOptions,
): Record<string, unknown> {
  const hasSecurity = kind.startsWith('elasticsearch-') && kind !== 'elasticsearch-6.8';
  if (security !== undefined && !hasSecurity) {
    throw new Error(`the zip of ${kind} has no security; put a proxy before it`);
  }
  return {
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'network.host': '127.0.0.1',
    'discovery.type': 'single-node',
    'cluster.routing.allocation.disk.threshold_enabled': false,
    ...(hasSecurity ? { 'xpack.security.enabled': security !== undefined } : {}),
    ...(tls === undefined
      ? {}
      : {
          'xpack.security.http.ssl.enabled': true,
          'xpack.security.http.ssl.key': 'http.key',
          'xpack.security.http.ssl.certificate': 'http.crt',
        }),
    ...more,
  };
}
