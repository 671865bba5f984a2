import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seesHostProcesses } from './hostProcesses.js';
import { fakeProc, removeFolders } from './testing.js';

afterAll(removeFolders);

/** As /proc/2/comm has it where the kernel shows it. */
function nameSecond(proc: string, name: string): void {
  mkdirSync(join(proc, '2'), { recursive: true });
  writeFileSync(join(proc, '2', 'comm'), `${name}\n`);
}

describe('seesHostProcesses', () => {
  it('is so in the initial namespace, though hidepid hides process 2', () => {
    expect(seesHostProcesses(fakeProc([]))).toBe(true);
  });

  it.each(['pid:[4026532817]', 'pid:[4026531835]'])(
    'is not so in the namespace %s',
    (namespace) => {
      const proc = fakeProc([], namespace);
      expect(seesHostProcesses(proc)).toBe(false);
      // Whoever owns a container names its second process as he likes.
      nameSecond(proc, 'kthreadd');
      expect(seesHostProcesses(proc)).toBe(false);
    },
  );

  it('looks at process 2 on a kernel that does not number namespaces', () => {
    const proc = fakeProc([]);
    rmSync(join(proc, 'self'), { recursive: true });
    expect(seesHostProcesses(proc)).toBe(false);
    nameSecond(proc, 'nginx');
    expect(seesHostProcesses(proc)).toBe(false);
    nameSecond(proc, 'kthreadd');
    expect(seesHostProcesses(proc)).toBe(true);
  });

  it('is not so without a /proc', () => {
    expect(seesHostProcesses('/no/such/proc')).toBe(false);
  });
});
