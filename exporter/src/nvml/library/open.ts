import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../../errorWords.js';
import { bindNvml } from './bind.js';
import type { NvmlLibrary } from './library.js';
import { nativeLoader, type NativeLibrary, type NativeLoader } from './native.js';
import { libraryPlaces } from './places.js';

/** The words of the system's loader for a file that is not there; all else is worth telling. */
const NOT_THERE = /no such file/i;

const ADVICE =
  'is the NVIDIA driver installed? In a container set NVIDIA_VISIBLE_DEVICES=all and ' +
  'NVIDIA_DRIVER_CAPABILITIES=utility, or runtimeClassName: nvidia';

const isNvml = (library: NativeLibrary): boolean =>
  ['nvmlInit_v2', 'nvmlInit'].some((symbol) => library.bind(symbol, []) !== undefined);

/**
 * Opens the first of several files that is a library.
 *
 * @throws GpuscopeError SOURCE_NOT_FOUND where none is there, none can be loaded, or none is NVML
 */
export function openFirst(load: NativeLoader, places: readonly string[]): NativeLibrary {
  const refusals: string[] = [];
  for (const place of places) {
    try {
      const library = load(place);
      if (isNvml(library)) return library;
      library.unload();
      refusals.push(`${place}: has no nvmlInit`);
    } catch (error) {
      const words = wordsOf(error);
      if (!NOT_THERE.test(words)) refusals.push(`${place}: ${words}`);
    }
  }
  throw new GpuscopeError(
    'SOURCE_NOT_FOUND',
    refusals.length > 0
      ? `cannot load the NVIDIA driver's library: ${refusals.join('; ')}`
      : `the NVIDIA driver's library is not there (looked for ${places.join(', ')}); ${ADVICE}`,
  );
}

/**
 * Opens the driver's library without asking it anything; `init` comes next.
 *
 * @param path libnvidia-ml.so.1 where it does not lie in a usual place
 * @throws GpuscopeError SOURCE_NOT_FOUND
 */
export async function openNvml(path?: string): Promise<NvmlLibrary> {
  const load = await nativeLoader();
  return bindNvml(openFirst(load, path === undefined ? libraryPlaces(process.arch) : [path]));
}
