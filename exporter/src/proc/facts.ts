import type { ProcessFacts } from '@gpuscope/aggregation';
import { codeOf } from '../errorWords.js';
import { readProcFile } from './read.js';

type NotFound = Extract<ProcessFacts, { found: false }>['reason'];

/** Whether a process with this id exists, seen or not. */
export type Exists = (pid: number) => boolean;

/** Signal 0 reaches a process that /proc hides; EPERM says that it is there and somebody else's. */
const answersSignals: Exists = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/**
 * Why a process could not be read. Mounted with hidepid=1 /proc refuses (EPERM), with hidepid=2 it acts as if the
 * process were not there (ENOENT). One that ends after its file was opened gives ESRCH.
 */
function reasonOf(error: unknown, pid: number, exists: Exists): NotFound {
  switch (codeOf(error)) {
    case 'ESRCH':
      return 'ended';
    case 'ENOENT':
      return exists(pid) ? 'hidden' : 'ended';
    case 'EACCES':
    case 'EPERM':
      return 'hidden';
    default:
      return 'unreadable';
  }
}

interface Stat {
  readonly command: string;
  readonly startTicks: number;
}

/** Field 22 is the start, the 20th after the command, which may itself hold blanks and brackets. */
const START_AFTER_COMMAND = 19;

function parseStat(text: string): Stat | undefined {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  if (open < 0 || close < open) return undefined;
  const rest = text.slice(close + 2).split(' ');
  const startTicks = Number(rest[START_AFTER_COMMAND] ?? NaN);
  if (!Number.isSafeInteger(startTicks)) return undefined;
  return { command: text.slice(open + 1, close), startTicks };
}

/** The real id: the first of the four. The kernel escapes line ends in the name, so that it can't forge this line. */
function idOf(status: string, field: 'Uid' | 'Gid'): number | undefined {
  const found = new RegExp(`^${field}:\\t(\\d+)`, 'm').exec(status)?.[1];
  return found === undefined ? undefined : Number(found);
}

const notFound = (reason: NotFound): ProcessFacts => ({ found: false, reason });

/** A kernel without control groups has no such file. */
function readCgroup(folder: string): string {
  try {
    return readProcFile(`${folder}/cgroup`);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function readFacts(folder: string): ProcessFacts {
  const before = parseStat(readProcFile(`${folder}/stat`));
  const status = readProcFile(`${folder}/status`);
  const cgroup = readCgroup(folder);
  const after = parseStat(readProcFile(`${folder}/stat`));
  const uid = idOf(status, 'Uid');
  const gid = idOf(status, 'Gid');
  if (before === undefined || after === undefined || uid === undefined || gid === undefined) {
    return notFound('unreadable');
  }
  // Another process under the same number: the one that was asked for has ended.
  if (before.startTicks !== after.startTicks) return notFound('ended');
  return { found: true, cgroup, uid, gid, startTicks: before.startTicks, command: after.command };
}

/**
 * What /proc says of a process now: four short reads, no waiting, never an error.
 * @param proc where the machine's /proc is seen
 * @param exists for tests, whose trees have no processes
 */
export function readProcessFacts(
  proc: string,
  pid: number,
  exists: Exists = answersSignals,
): ProcessFacts {
  if (!Number.isSafeInteger(pid) || pid <= 0) return notFound('unreadable');
  try {
    return readFacts(`${proc}/${pid}`);
  } catch (error) {
    return notFound(reasonOf(error, pid, exists));
  }
}
