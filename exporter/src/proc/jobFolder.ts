import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, wordsOf } from '../errorWords.js';
import type { ListedDevice, ListedJob } from './jobFile.js';
import { listedDevice } from './jobFile.js';

/** What a prolog's folder says of one device. */
export interface DeviceJobs {
  readonly device: ListedDevice;
  readonly jobs: readonly ListedJob[];
}

export interface JobFolder {
  /** False where there is no such folder. */
  readonly exists: boolean;
  readonly devices: readonly DeviceJobs[];
  /** Files that were left out, and why. */
  readonly problems: readonly string[];
}

const MOST_FILES = 512;
const MOST_BYTES = 16 * 1024;

const OTHERS_WRITE = 0o002;
const GROUP_WRITES = 0o020;
const STICKY = 0o1000;

interface Ownership {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** Only what root or this program's own user wrote and nobody else can change may say who holds a device. */
function isTrusted({ uid, gid, mode }: Ownership): boolean {
  const isOurs = uid === 0 || uid === process.getuid?.();
  const groups = gid === 0 || gid === process.getgid?.() ? 0 : GROUP_WRITES;
  return isOurs && (mode & (OTHERS_WRITE | groups)) === 0;
}

const refuse = (): never => {
  throw new Error('others than root may write to it');
};

/** Who may write to a folder may give root's file for one device the name of another; not so where it is sticky. */
async function checkFolder(folder: string): Promise<void> {
  const { uid, gid, mode } = await stat(folder);
  const others = (mode & STICKY) === 0 ? 0 : OTHERS_WRITE | GROUP_WRITES;
  if (!isTrusted({ uid, gid, mode: mode & ~others })) refuse();
}

/** Between the look at the folder and this, a name may have become a link or a pipe. */
const OPEN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** @throws Error saying what is wrong with the file */
async function readTrusted(path: string): Promise<string> {
  const file = await open(path, OPEN);
  try {
    const about = await file.stat();
    if (!isTrusted(about) || !about.isFile()) refuse();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

const NONE: JobFolder = { exists: false, devices: [], problems: [] };

/** Ordinary files only: a pipe would hold up whoever opens it. Editors and shells leave names with a dot. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
    .slice(0, MOST_FILES);
}

async function readFolder(
  folder: string,
  parse: (text: string) => ListedJob[],
): Promise<JobFolder> {
  const devices: DeviceJobs[] = [];
  const problems: string[] = [];
  await checkFolder(folder);
  for (const name of await namesIn(folder)) {
    const device = listedDevice(name);
    const path = join(folder, name);
    if (device === undefined) {
      problems.push(path);
      continue;
    }
    try {
      devices.push({ device, jobs: parse(await readTrusted(path)) });
    } catch (error) {
      // The epilog takes a file away when its job ends.
      if (codeOf(error) !== 'ENOENT') problems.push(`${path}: ${wordsOf(error)}`);
    }
  }
  return { exists: true, devices, problems };
}

/** Reads a folder in which a prolog writes a file per device; never throws. */
export async function readJobFolder(
  folder: string,
  parse: (text: string) => ListedJob[],
): Promise<JobFolder> {
  try {
    return await readFolder(folder, parse);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return NONE;
    return { ...NONE, exists: true, problems: [`${folder}: ${wordsOf(error)}`] };
  }
}
