import { readlinkSync } from 'node:fs';
import { readProcFile } from './read.js';

/** The kernel gives the initial process id namespace this number since Linux 3.8 (PROC_PID_INIT_INO). */
const INITIAL = 'pid:[4026531836]';

/** The parent of the kernel's own threads; a namespace other than the initial one has none. */
const KERNEL_THREADS = 'kthreadd';

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * Whether this program sees every process of the machine under the ids that the driver knows them by: whether it lives
 * in the initial process id namespace. The driver leaves processes of other namespaces out of its lists, so that in any
 * other place a busy GPU looks idle.
 *
 * - Bare machines, VMs (guests have a kernel of their own) and pods with `hostPID: true` live there.
 * - A container with processes of its own does not; nor does one that has the host's /proc mounted, since the driver
 *   asks for the namespace of the caller and not for the mount: `self` of any /proc leads to the caller.
 * - Nested containers (a pod with `hostPID: true` on a node that is itself a container, as kind makes them; LXC) live in
 *   the outer container's namespace: they see part of the machine's processes, so the answer is no.
 * - Each WSL 2 distribution has a namespace of its own, and the driver lists no processes there: no.
 *
 * The namespace's number is preferred to a look at process 2, which hidepid hides and which a container may name as it
 * likes. A kernel too old to number namespaces leaves only that look.
 */
export function seesHostProcesses(proc: string): boolean {
  const namespace = attempt(() => readlinkSync(`${proc}/self/ns/pid`));
  if (namespace !== undefined && namespace.startsWith('pid:[')) return namespace === INITIAL;
  return attempt(() => readProcFile(`${proc}/2/comm`).trim()) === KERNEL_THREADS;
}
