import { GpuscopeError } from '@gpuscope/aggregation';
import { fakeNative, returns } from '../testing/native.js';
import type { NativeLibrary } from './native.js';
import { openFirst, openNvml } from './open.js';

const nvml = () => fakeNative({ nvmlInit_v2: returns(0) });

const loader =
  (files: Readonly<Record<string, NativeLibrary | string>>) =>
  (file: string): NativeLibrary => {
    const found = files[file] ?? 'cannot open shared object file: No such file or directory';
    if (typeof found === 'string') throw new Error(`Failed to load shared library: ${found}`);
    return found;
  };

const thrownBy = (act: () => unknown): GpuscopeError => {
  try {
    act();
  } catch (error) {
    if (error instanceof GpuscopeError) return error;
  }
  throw new Error('nothing of ours was thrown');
};

describe('openFirst', () => {
  it('takes the first file that is there', () => {
    const [second, third] = [nvml(), nvml()];
    expect(openFirst(loader({ b: second, c: third }), ['a', 'b', 'c'])).toBe(second);
  });

  it('goes on after a file that can not be loaded', () => {
    const good = nvml();
    expect(openFirst(loader({ a: 'wrong ELF class', b: good }), ['a', 'b'])).toBe(good);
  });

  it('takes the first version of NVML too', () => {
    const old = fakeNative({ nvmlInit: returns(0) });
    expect(openFirst(loader({ a: old }), ['a'])).toBe(old);
  });

  it('says where it looked when none is there', () => {
    const error = thrownBy(() => openFirst(loader({}), ['/x/one.so', '/y/two.so']));
    expect(error.code).toBe('SOURCE_NOT_FOUND');
    expect(error.message).toContain('/x/one.so, /y/two.so');
    expect(error.message).toContain('is the NVIDIA driver installed?');
  });

  it('says what is wrong with a file that is there', () => {
    const error = thrownBy(() => openFirst(loader({ b: 'invalid ELF header' }), ['a', 'b']));
    expect(error.code).toBe('SOURCE_NOT_FOUND');
    expect(error.message).toContain('b: Failed to load shared library: invalid ELF header');
    expect(error.message).not.toContain('a:');
  });

  it('lets go of a library that is not NVML, and says so', () => {
    const other = fakeNative({ malloc: returns(0) });
    const error = thrownBy(() => openFirst(loader({ a: other }), ['a']));
    expect(error.message).toContain('a: has no nvmlInit');
    expect(other.unloaded).toBe(true);
  });
});

describe('openNvml', () => {
  it('names the file that was asked for when it is not there', async () => {
    const opened = openNvml('/nowhere/libnvidia-ml.so.1');
    await expect(opened).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' });
    await expect(opened).rejects.toThrow('/nowhere/libnvidia-ml.so.1');
  });

  it('does not take any library for NVML', async () => {
    await expect(openNvml('libc.so.6')).rejects.toThrow('libc.so.6: has no nvmlInit');
  });
});
