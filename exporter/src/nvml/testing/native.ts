import type { NativeArgument, NativeLibrary } from '../library/native.js';

/** A function of a library written in TypeScript: it writes to the Buffers it is given and answers nvmlReturn_t. */
export type FakeFunction = (...args: readonly NativeArgument[]) => number;

export interface FakeNative extends NativeLibrary {
  /** Symbols that were looked up, in order. */
  readonly lookedUp: readonly string[];
  readonly unloaded: boolean;
}

/** A library with these symbols and no others. */
export function fakeNative(functions: Readonly<Record<string, FakeFunction>>): FakeNative {
  const lookedUp: string[] = [];
  let unloaded = false;
  return {
    lookedUp,
    get unloaded() {
      return unloaded;
    },
    bind(symbol) {
      if (unloaded) throw new Error(`${symbol}: the library is gone`);
      lookedUp.push(symbol);
      const call = functions[symbol];
      if (call === undefined) return undefined;
      const run: FakeFunction = (...args) => {
        if (unloaded) throw new Error(`${symbol}: the library is gone`);
        return call(...args);
      };
      return Object.assign(run, {
        async: (...args: readonly unknown[]) => {
          const done = args.at(-1) as (error: unknown, returned: number) => void;
          const rest = args.slice(0, -1) as NativeArgument[];
          setImmediate(() => done(null, run(...rest)));
        },
      });
    },
    unload() {
      unloaded = true;
    },
  };
}

/** The argument at a place, which has to be a Buffer. */
export function bufferAt(args: readonly NativeArgument[], index: number): Buffer {
  const argument = args[index];
  if (!Buffer.isBuffer(argument)) throw new Error(`argument ${index} is no Buffer`);
  return argument;
}

/** A function that writes unsigned ints to its last argument. */
export const writes32 =
  (...values: readonly number[]): FakeFunction =>
  (...args) => {
    values.forEach((value, index) =>
      bufferAt(args, args.length - 1).writeUInt32LE(value, index * 4),
    );
    return 0;
  };

/** A function that writes unsigned long longs to its last argument. */
export const writes64 =
  (...values: readonly bigint[]): FakeFunction =>
  (...args) => {
    values.forEach((value, index) =>
      bufferAt(args, args.length - 1).writeBigUInt64LE(value, index * 8),
    );
    return 0;
  };

/** A function that fails. */
export const returns =
  (code: number): FakeFunction =>
  () =>
    code;
