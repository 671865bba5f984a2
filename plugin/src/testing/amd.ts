import { basename, join } from 'node:path';

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

/** Serves the scripts that a bundle adds to the page from its folder; tells the addresses that were asked for. */
export function serveScripts(folder: string): readonly string[] {
  const asked: string[] = [];
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof HTMLScriptElement)) return append(node);
    asked.push(node.src);
    setTimeout(() => {
      jest.requireActual(join(folder, basename(new URL(node.src).pathname)));
      node.onload?.(new Event('load'));
    });
    return node;
  };
  return asked;
}
