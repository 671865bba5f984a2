import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheDir, verify } from './cache.js';
import { findProgram, mustRun } from './command.js';
import type { DebianPin } from './pins.js';

/** Whether packages can be had as on Debian and its relatives. */
export const hasApt = (): boolean =>
  findProgram('apt-get') !== undefined && findProgram('dpkg-deb') !== undefined;

interface AptLists {
  /** Options for every apt command that make it read these lists. */
  readonly options: readonly string[];
  readonly versions: readonly string[];
}

const versionsIn = async (name: string, options: readonly string[]): Promise<readonly string[]> => {
  const shown = await mustRun('apt-cache', [...options, 'madison', name]).catch(() => '');
  return shown.split('\n').flatMap((line) => line.split('|')[1]?.trim() ?? []);
};

/** The machine's own lists when they know the package, else lists of our own in the cache: no root is needed. */
async function aptLists(name: string, say: (line: string) => void): Promise<AptLists> {
  const known = await versionsIn(name, []);
  if (known.length > 0) return { options: [], versions: known };
  const state = join(cacheDir(), 'apt');
  await mkdir(join(state, 'lists/partial'), { recursive: true });
  await mkdir(join(state, 'archives/partial'), { recursive: true });
  const options = [
    `-oDir::State::Lists=${join(state, 'lists')}`,
    `-oDir::Cache=${state}`,
    `-oDir::Cache::Archives=${join(state, 'archives')}`,
    '-oAPT::Sandbox::User=',
    '-oAcquire::Languages=none',
  ];
  say(`apt-get update into ${state}: the machine's package lists do not name ${name}`);
  await mustRun('apt-get', [...options, '-q', 'update']);
  return { options, versions: await versionsIn(name, options) };
}

/** The version to take: a pinned one if the archive has it, else whatever the archive offers. */
function chooseVersion(
  offered: readonly string[],
  architecture: string,
  pins: readonly DebianPin[],
): { readonly version: string; readonly sha256?: string } | undefined {
  const pin = pins.find(
    (one) => one.architecture === architecture && offered.includes(one.version),
  );
  if (pin !== undefined) return { version: pin.version, sha256: pin.sha256 };
  const first = offered[0];
  return first === undefined ? undefined : { version: first };
}

/** Downloads packages, checks them against the sum if one is known, and unpacks them. */
async function fetchInto(
  folder: string,
  wanted: readonly string[],
  options: readonly string[],
  sha256?: string,
): Promise<void> {
  const download = await mkdtemp(join(tmpdir(), 'gpuscope-apt-'));
  try {
    await mustRun('apt-get', [...options, '-q', 'download', ...wanted], { cwd: download });
    const files = (await readdir(download)).filter((entry) => entry.endsWith('.deb'));
    if (files.length < wanted.length) {
      throw new Error(`apt-get download left ${String(files.length)} of ${wanted.join(', ')}`);
    }
    for (const file of files) {
      if (sha256 !== undefined) await verify(join(download, file), sha256);
      await mustRun('dpkg-deb', ['-x', join(download, file), folder]);
    }
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/**
 * Unpacks a Debian package into a folder, without installing it.
 *
 * apt checks every download against the archive's signed lists; a pinned version is checked once more
 * against the sum that is written down here.
 *
 * @returns the version that was unpacked
 * @throws {Error} when no archive of this machine has the package, or the sum is another
 */
export async function unpackDebian(
  name: string,
  pins: readonly DebianPin[],
  folder: string,
  say: (line: string) => void,
): Promise<string> {
  const { options, versions } = await aptLists(name, say);
  const architecture = (await mustRun('dpkg', ['--print-architecture'])).trim();
  const chosen = chooseVersion(versions, architecture, pins);
  if (chosen === undefined) throw new Error(`no apt archive of this machine has ${name}`);
  if (chosen.sha256 === undefined) {
    say(`${name} ${chosen.version} is not a pinned version: taken on the archive's signature`);
  }
  await fetchInto(folder, [`${name}=${chosen.version}`], options, chosen.sha256);
  return chosen.version;
}

/** What apt would install, as its dry run says: `Inst name (version …)`, with `[old]` between where it upgrades. */
export const namedByDryRun = (said: string): readonly string[] =>
  [...said.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+) /gm)].map(
    ([, name = '', version = '']) => `${name}=${version}`,
  );

/**
 * Unpacks a Debian package and whatever it needs that this machine has not, without installing any of it. The C
 * library is never among them: a program runs with the one whose loader starts it.
 *
 * @throws {Error} when no archive of this machine has the package, or apt cannot work out what it needs
 */
export async function unpackDebianWithNeeds(
  name: string,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const { options, versions } = await aptLists(name, say);
  if (versions.length === 0) throw new Error(`no apt archive of this machine has ${name}`);
  const dryRun = [...options, '--simulate', '--no-install-recommends', 'install', name];
  const wanted = namedByDryRun(await mustRun('apt-get', dryRun)).filter(
    (one) => !one.startsWith('libc6='),
  );
  say(`${name}: ${String(wanted.length)} packages, taken on the archive's signature`);
  await fetchInto(folder, wanted, options);
}
