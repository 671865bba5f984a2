import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readProcessFacts } from './facts.js';
import { addProcess, fakeProc, newFolder, removeFolders } from './testing.js';

afterAll(removeFolders);

const CGROUP = '0::/system.slice/vllm.service\n';
const there = (): boolean => true;
const gone = (): boolean => false;

describe('readProcessFacts', () => {
  it('reads group, real ids, start and command', () => {
    const proc = fakeProc([
      { pid: 812, cgroup: CGROUP, uid: 1000, gid: 100, startTicks: 123456, command: 'vllm' },
    ]);
    expect(readProcessFacts(proc, 812, there)).toEqual({
      found: true,
      cgroup: CGROUP,
      uid: 1000,
      gid: 100,
      startTicks: 123456,
      command: 'vllm',
    });
  });

  it('is not misled by a command of any characters', () => {
    const proc = newFolder();
    fc.assert(
      fc.property(
        fc.string({ maxLength: 15, unit: fc.constantFrom(...') (\n\\\t:09aS李') }),
        fc.integer({ min: 0, max: 2 ** 40 }),
        (command, startTicks) => {
          addProcess(proc, { pid: 7, command, startTicks, uid: 1001, gid: 5 });
          expect(readProcessFacts(proc, 7, there)).toMatchObject({
            startTicks,
            uid: 1001,
            gid: 5,
            command: Buffer.from(command).toString(),
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([') S 1 2 3 4 5', 'a) R (b', 'x\nUid:\t0\t0\t0\t0'])(
    'keeps to the kernel’s fields under the command %j',
    (command) => {
      const proc = fakeProc([{ pid: 9, command, uid: 1000, gid: 1000, startTicks: 5 }]);
      expect(readProcessFacts(proc, 9, there)).toMatchObject({ uid: 1000, startTicks: 5, command });
    },
  );

  it('tells a process that ended from one that /proc hides', () => {
    const proc = fakeProc([]);
    expect(readProcessFacts(proc, 4242, gone)).toEqual({ found: false, reason: 'ended' });
    expect(readProcessFacts(proc, 4242, there)).toEqual({ found: false, reason: 'hidden' });
  });

  it('takes a process whose files vanish while they are read for ended', () => {
    const proc = fakeProc([{ pid: 5 }]);
    rmSync(join(proc, '5', 'status'));
    expect(readProcessFacts(proc, 5, gone)).toEqual({ found: false, reason: 'ended' });
  });

  it('says that what is no stat or status can’t be read', () => {
    const proc = fakeProc([{ pid: 5 }, { pid: 6 }, { pid: 7 }]);
    writeFileSync(join(proc, '5', 'stat'), '5 python3 S');
    writeFileSync(join(proc, '6', 'status'), 'Name:\tpython3\n');
    writeFileSync(join(proc, '7', 'stat'), '7 (short) S 1 2');
    for (const pid of [5, 6, 7]) {
      expect(readProcessFacts(proc, pid, there)).toEqual({ found: false, reason: 'unreadable' });
    }
  });

  it('says so too where a file is a folder', () => {
    const proc = fakeProc([{ pid: 5 }]);
    rmSync(join(proc, '5', 'cgroup'));
    mkdirSync(join(proc, '5', 'cgroup'));
    expect(readProcessFacts(proc, 5, there)).toEqual({ found: false, reason: 'unreadable' });
  });

  it.each([0, -1, 1.5, NaN, 2 ** 60])('asks nothing for the impossible id %p', (pid) => {
    expect(readProcessFacts('/proc', pid, there)).toEqual({ found: false, reason: 'unreadable' });
  });

  it('gives an empty group on a kernel without control groups', () => {
    const proc = fakeProc([{ pid: 5, uid: 1000 }]);
    rmSync(join(proc, '5', 'cgroup'));
    expect(readProcessFacts(proc, 5, there)).toMatchObject({ found: true, cgroup: '', uid: 1000 });
  });

  it('reads no more than a bounded part of a group file', () => {
    const proc = fakeProc([{ pid: 5, cgroup: `0::/${'a'.repeat(1_000_000)}` }]);
    const facts = readProcessFacts(proc, 5, there);
    expect(facts.found && facts.cgroup.length).toBe(64 * 1024);
  });

  it('reads longer group files than one read gives', () => {
    const cgroup = Array.from({ length: 13 }, (_, i) => `${i}:c${i}:/${'x'.repeat(4000)}\n`).join(
      '',
    );
    const proc = fakeProc([{ pid: 5, cgroup }]);
    expect(readProcessFacts(proc, 5, there)).toMatchObject({ cgroup });
  });
});

describe('readProcessFacts on this machine', () => {
  it('reads this very process', () => {
    const facts = readProcessFacts('/proc', process.pid);
    expect(facts).toMatchObject({ found: true, uid: process.getuid?.(), gid: process.getgid?.() });
    expect(readProcessFacts('/proc', process.pid)).toEqual(facts);
  });

  it('finds that a child has ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const pid = child.pid ?? 0;
    await once(child, 'exit');
    expect(readProcessFacts('/proc', pid)).toEqual({ found: false, reason: 'ended' });
  });

  it('leaves no file open', () => {
    const open = (): number => readdirSync('/proc/self/fd').length;
    const before = open();
    for (let i = 0; i < 200; i += 1) readProcessFacts('/proc', i % 2 === 0 ? process.pid : 2 ** 30);
    expect(open()).toBeLessThanOrEqual(before);
  });
});
