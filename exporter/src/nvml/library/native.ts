import { GpuscopeError } from '@gpuscope/aggregation';
import type * as Koffi from 'koffi';
import { wordsOf } from '../../errorWords.js';

/** Integers of 64 bits and handles come as bigint or as number; a Buffer is handed on by its address. */
export type NativeArgument = number | bigint | Buffer | null;

/** How C takes an argument. */
export type NativeType = 'uintptr_t' | 'uint32_t' | 'int32_t' | 'uint64_t' | 'void *';

type Done = (error: unknown, returned: number) => void;

/** A C function that returns an int. Its `async` runs on another thread; Buffers must then outlive the call. */
export interface NativeFunction {
  (...args: readonly NativeArgument[]): number;
  async(...args: readonly [...NativeArgument[], Done]): void;
}

/** A shared library of the system. */
export interface NativeLibrary {
  /** Undefined where the library does not have the symbol. */
  bind(symbol: string, parameters: readonly NativeType[]): NativeFunction | undefined;
  /** No function of it may be called after this. */
  unload(): void;
}

/** Opens shared libraries by file name or path; throws what the system's loader says. */
export type NativeLoader = (file: string) => NativeLibrary;

/**
 * The way to native code. It is loaded only where it is needed: an exporter that asks no library runs without it.
 *
 * @throws GpuscopeError SOURCE_NOT_FOUND where the program came without its native part
 */
export async function nativeLoader(): Promise<NativeLoader> {
  const { load } = await importKoffi();
  return (file) => {
    const library = load(file);
    return {
      bind(symbol, parameters) {
        try {
          return library.func(symbol, 'int32_t', [...parameters]);
        } catch {
          return undefined;
        }
      },
      unload: () => library.unload(),
    };
  };
}

async function importKoffi(): Promise<typeof Koffi> {
  try {
    return await import('koffi');
  } catch (error) {
    const part = `@koromix/koffi-${process.platform}-${process.arch}`;
    throw new GpuscopeError(
      'SOURCE_NOT_FOUND',
      `cannot call native libraries: ${wordsOf(error)}; node_modules/${part} has to lie beside the program`,
      { cause: error },
    );
  }
}
