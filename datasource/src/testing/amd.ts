type Factory = (...modules: unknown[]) => unknown;

/** Loads an AMD module as Grafana's loader does: hands it what it asks for by name, and takes what it gives. */
export function loadAmd(file: string, given: (name: string) => unknown): unknown {
  let made: unknown;
  const define = (names: readonly string[], factory: Factory): void => {
    made = factory(...names.map(given));
  };
  Object.defineProperty(globalThis, 'define', { value: define, configurable: true });
  jest.requireActual(file);
  Reflect.deleteProperty(globalThis, 'define');
  return made;
}
