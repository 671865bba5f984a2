import type { NativeArgument, NativeFunction, NativeLibrary } from './native.js';
import { PARAMETERS, SYMBOLS, type CallName } from './symbols.js';

/** nvmlReturn_t of a library without the call, and of one that was closed. */
const FUNCTION_NOT_FOUND = 13;
const UNINITIALIZED = 1;

/** The library's functions by their names; each answers nvmlReturn_t, whatever the library has. */
export interface Calls {
  readonly call: (name: CallName, ...args: readonly NativeArgument[]) => number;
  /** On a thread of its own. Buffers among the arguments must not be used until it is done. */
  readonly callApart: (name: CallName, ...args: readonly NativeArgument[]) => Promise<number>;
  /** Lets the library go; every later call answers NVML_ERROR_UNINITIALIZED. */
  readonly close: () => void;
}

/** Binds functions when they are first called: old drivers lack many, and most chips need few. */
export function createCalls(library: NativeLibrary): Calls {
  const bound = new Map<CallName, readonly NativeFunction[]>();
  let closed = false;
  const versionsOf = (name: CallName): readonly NativeFunction[] => {
    let versions = bound.get(name);
    if (versions === undefined) bound.set(name, (versions = bindVersions(library, name)));
    return versions;
  };
  return {
    call(name, ...args) {
      if (closed) return UNINITIALIZED;
      let returned = FUNCTION_NOT_FOUND;
      // A library may have a symbol that the loaded driver can't serve.
      for (const version of versionsOf(name)) {
        returned = version(...args);
        if (returned !== FUNCTION_NOT_FOUND) return returned;
      }
      return returned;
    },
    async callApart(name, ...args) {
      let returned = closed ? UNINITIALIZED : FUNCTION_NOT_FOUND;
      for (const version of closed ? [] : versionsOf(name)) {
        returned = await apart(version, args);
        if (returned !== FUNCTION_NOT_FOUND || closed) return returned;
      }
      return returned;
    },
    close() {
      if (closed) return;
      closed = true;
      bound.clear();
      library.unload();
    },
  };
}

function apart(version: NativeFunction, args: readonly NativeArgument[]): Promise<number> {
  return new Promise((resolve, reject) => {
    version.async(...args, (error, returned) => {
      if (error instanceof Error) reject(error);
      else resolve(returned);
    });
  });
}

function bindVersions(library: NativeLibrary, name: CallName): NativeFunction[] {
  const [letters, ...symbols] = SYMBOLS[name];
  const parameters = [...letters].map((letter) => parameterOf(name, letter));
  return (symbols.length > 0 ? symbols : [name]).flatMap(
    (symbol) => library.bind(symbol, parameters) ?? [],
  );
}

function parameterOf(name: string, letter: string) {
  const type = PARAMETERS[letter];
  if (type === undefined) throw new Error(`${name}: no type is called ${letter}`);
  return type;
}
