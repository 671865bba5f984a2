import 'systemjs/dist/system.min.js';
import 'systemjs/dist/extras/amd.min.js';
import { baseUrlOf } from '../boot/pluginFiles.js';
import { EXTERNALS } from './externals.js';

/** Marks names of packages that the page hands out, so that they are no addresses. */
const GIVEN = 'given:';

/** The parts of SystemJS that it lets others take over. */
interface Hooks {
  resolve: (this: unknown, id: string, parent?: string) => string;
  instantiate: (this: unknown, url: string, parent?: string, meta?: unknown) => unknown;
}

type Export = (values: object) => void;

/** A package that is fetched when a plugin first asks for it, in SystemJS' own form. */
const registration = (name: string): readonly unknown[] => [
  [],
  (put: Export) => ({
    execute: async () => put((await EXTERNALS[name]?.()) ?? {}),
  }),
];

let isReady = false;

/** Lets SystemJS load plugins' AMD modules and find in the page what they don't bring. */
function prepare(): void {
  if (isReady) return;
  isReady = true;
  const hooks = (System as unknown as { readonly constructor: { readonly prototype: Hooks } })
    .constructor.prototype;
  const { resolve, instantiate } = hooks;
  hooks.resolve = function (id, parent) {
    return Object.hasOwn(EXTERNALS, id) ? `${GIVEN}${id}` : resolve.call(this, id, parent);
  };
  hooks.instantiate = function (url, parent, meta) {
    if (!url.startsWith(GIVEN)) return instantiate.call(this, url, parent, meta);
    return registration(url.slice(GIVEN.length));
  };
}

/**
 * Loads a built plugin's module.
 *
 * @throws Error naming the address where it lies not, or the package that nobody hands out
 */
export async function loadPlugin(id: string): Promise<unknown> {
  prepare();
  return System.import(`/${baseUrlOf(id)}/module.js`);
}
