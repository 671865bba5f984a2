import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inCache, verify } from '../cache.js';
import { findProgram, mustRun } from '../command.js';
import { storeCacheName, storePin, type StoreKind } from './kinds.js';

/** What a user is told when Maven or unzip is not there. */
const isMissing = (program: string): string =>
  `The log stores for tests are fetched with Maven and unpacked with unzip; ${program} is not on PATH. ` +
  'On Debian: apt-get install maven unzip.';

const groups = {
  elasticsearch: 'org.elasticsearch.distribution.integ-test-zip',
  opensearch: 'org.opensearch.distribution.integ-test-zip',
} as const;

/**
 * Gets a log store, from the cache or else through Maven from wherever its settings say.
 *
 * @returns the folder that holds `bin`, `config`, `lib` and `modules`; it is shared and only read
 * @throws {Error} without Maven or unzip, or when the zip is not the pinned one
 */
export function ensureStoreFiles(kind: StoreKind): Promise<string> {
  return inCache(storeCacheName(kind), async (target) => {
    for (const program of ['mvn', 'unzip']) {
      if (findProgram(program) === undefined) throw new Error(isMissing(program));
    }
    const download = await mkdtemp(join(tmpdir(), 'gpuscope-store-zip-'));
    try {
      await unpack(await fetchZip(kind, download), target);
    } finally {
      await rm(download, { recursive: true, force: true });
    }
  });
}

async function fetchZip(kind: StoreKind, folder: string): Promise<string> {
  const { product, version, sha256 } = storePin(kind);
  const artifact = `${groups[product]}:${product}:${version}:zip`;
  const goal = 'dependency:copy';
  await mustRun('mvn', ['-q', '-B', goal, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]);
  const zip = join(folder, `${product}-${version}.zip`);
  await verify(zip, sha256);
  return zip;
}

/** Without the one folder that the zip has at its top. */
async function unpack(zip: string, target: string): Promise<void> {
  await mustRun('unzip', ['-q', zip, '-d', target]);
  const [top] = await readdir(target);
  if (top === undefined) throw new Error(`${zip} is empty`);
  for (const entry of await readdir(join(target, top))) {
    await rename(join(target, top, entry), join(target, entry));
  }
  await rm(join(target, top), { recursive: true });
}
