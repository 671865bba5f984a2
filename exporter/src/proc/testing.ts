import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A process of a made-up /proc; what is left out is a plain root process in the root group. */
export interface FakeProcess {
  readonly pid: number;
  readonly cgroup?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly startTicks?: number;
  readonly command?: string;
}

/** The line of /proc/PID/stat: 52 fields, of which the 22nd is the start. */
const statLine = (pid: number, command: string, startTicks: number): string =>
  `${pid} (${command}) S 1 ${pid} ${pid} 0 -1 4194304 ${'7 '.repeat(12)}${startTicks} ${'9 '.repeat(29)}9\n`;

/** The lines of /proc/PID/status that come before and after the ids. */
const statusText = (command: string, uid: number, gid: number): string =>
  [
    `Name:\t${command.replaceAll('\n', '\\n')}`,
    'Umask:\t0022',
    'State:\tS (sleeping)',
    `Uid:\t${uid}\t${uid + 1}\t${uid + 2}\t${uid + 3}`,
    `Gid:\t${gid}\t${gid + 1}\t${gid + 2}\t${gid + 3}`,
    'Groups:\t4 24 27',
    '',
  ].join('\n');

/** Puts a process into a tree. */
export function addProcess(proc: string, one: FakeProcess): void {
  const { pid, cgroup = '0::/\n', uid = 0, gid = 0, startTicks = 4711, command = 'python3' } = one;
  const folder = join(proc, String(pid));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'stat'), statLine(pid, command, startTicks));
  writeFileSync(join(folder, 'status'), statusText(command, uid, gid));
  writeFileSync(join(folder, 'cgroup'), cgroup);
}

const made: string[] = [];

/** An empty folder of its own for one test, until `removeFolders`. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gpuscope-proc-'));
  made.push(folder);
  return folder;
}

/** For `afterAll`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}

/** A tree that looks like /proc, with `self` in the given process id namespace. */
export function fakeProc(
  processes: readonly FakeProcess[],
  namespace = 'pid:[4026531836]',
): string {
  const proc = newFolder();
  mkdirSync(join(proc, 'self', 'ns'), { recursive: true });
  symlinkSync(namespace, join(proc, 'self', 'ns', 'pid'));
  for (const one of processes) addProcess(proc, one);
  return proc;
}
