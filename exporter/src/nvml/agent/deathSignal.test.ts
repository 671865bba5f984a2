import type { NativeLibrary } from '../library/native.js';
import { dieWithParent } from './deathSignal.js';

/** A C library of a test that keeps what it is asked. */
function libc(answer: number) {
  const calls: unknown[][] = [];
  const call = (...args: unknown[]): number => {
    calls.push(args);
    return answer;
  };
  const library: NativeLibrary = {
    bind: (symbol) =>
      symbol === 'prctl' ? Object.assign(call, { async: () => undefined }) : undefined,
    unload: () => undefined,
  };
  return { library, calls };
}

describe('ending with the parent', () => {
  it('is asked of the system: PR_SET_PDEATHSIG with SIGKILL', () => {
    const { library, calls } = libc(0);
    expect(dieWithParent(() => library)).toBe(true);
    expect(calls).toEqual([[1, 9, 0, 0, 0]]);
  });

  it('is asked of the C library that there is', () => {
    const { library, calls } = libc(0);
    const load = (file: string): NativeLibrary => {
      if (file === 'libc.so.6') throw new Error('no such file');
      return library;
    };
    expect(dieWithParent(load)).toBe(true);
    expect(calls).toHaveLength(1);
  });

  it('can be missing, without harm', () => {
    expect(
      dieWithParent(() => {
        throw new Error('no such file');
      }),
    ).toBe(false);
    expect(dieWithParent(() => libc(-1).library)).toBe(false);
  });
});
