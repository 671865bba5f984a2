import type { NativeLoader } from '../library/native.js';

/** prctl's PR_SET_PDEATHSIG and SIGKILL. */
const SET_PARENT_DEATH_SIGNAL = 1;
const KILL = 9;

const LIBRARIES = ['libc.so.6', `libc.musl-x86_64.so.1`, 'libc.musl-aarch64.so.1'];

/**
 * Has the system end this process with its parent. The end of standard input says the same, but cannot be heard in a call
 * that hangs. Answers whether it could be had.
 */
export function dieWithParent(load: NativeLoader): boolean {
  for (const file of LIBRARIES) {
    try {
      const prctl = load(file).bind('prctl', [
        'int32_t',
        'uintptr_t',
        'uintptr_t',
        'uintptr_t',
        'uintptr_t',
      ]);
      if (prctl !== undefined) return prctl(SET_PARENT_DEATH_SIGNAL, KILL, 0, 0, 0) === 0;
    } catch {
      // Another C library, then.
    }
  }
  return false;
}
