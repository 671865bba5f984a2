import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache } from '../cache.js';
import { mustRun } from '../command.js';
import { hasApt, unpackDebian } from '../debian.js';
import { rsyslogPins } from './pins.js';

/** Where rsyslog lies, unpacked and not installed. */
export interface RsyslogProgram {
  readonly rsyslogd: string;
  /** Folder of its modules. */
  readonly modules: string;
  /** Folder of the libraries that came along. */
  readonly libraries: string;
}

const tell = (line: string): void => {
  process.stderr.write(`  ${line}\n`);
};

/**
 * Gets rsyslog with the modules that read container logs and write to Elasticsearch, from the Debian archive.
 *
 * @throws {Error} that says what to install
 */
export async function ensureRsyslog(say: (line: string) => void = tell): Promise<RsyslogProgram> {
  if (!hasApt()) {
    throw new Error('rsyslog is fetched with apt-get, which this machine has not (Debian, Ubuntu)');
  }
  const folder = await inCache('rsyslog-debian', async (target) => {
    for (const [name, pins] of Object.entries(rsyslogPins)) {
      await unpackDebian(name, pins, target, say);
    }
  });
  const program = await programIn(folder);
  await checkLibraries(program);
  return program;
}

async function programIn(folder: string): Promise<RsyslogProgram> {
  const below = join(folder, 'usr/lib');
  // Named by the machine's architecture: x86_64-linux-gnu and the like.
  const triplet = (await readdir(below)).find((name) => name.endsWith('-linux-gnu'));
  if (triplet === undefined) throw new Error(`${below} holds no libraries`);
  const libraries = join(below, triplet);
  return {
    rsyslogd: join(folder, 'usr/sbin/rsyslogd'),
    modules: join(libraries, 'rsyslog'),
    libraries,
  };
}

/** The rest of its libraries have to be the machine's own. */
async function checkLibraries({ modules, libraries }: RsyslogProgram): Promise<void> {
  const listed = await mustRun('ldd', [join(modules, 'omelasticsearch.so')], {
    env: { LD_LIBRARY_PATH: libraries },
  });
  const missing = listed.split('\n').filter((line) => line.includes('not found'));
  if (missing.length === 0) return;
  const names = missing.map((line) => line.trim().split(' ')[0]).join(', ');
  throw new Error(`rsyslog needs ${names}. On Debian: apt-get install libcurl4`);
}
