import type { Plugin } from '../plugin.js';

/** A plugin that has nothing to say; tests say for it. */
export const quietPlugin: Plugin = {
  query: () => Promise.resolve(new Map()),
  checkHealth: () => Promise.resolve({ status: 'ok', message: '' }),
  callResource: () => Promise.resolve({ status: 204, headers: {}, body: new Uint8Array() }),
  collectMetrics: () => Promise.resolve(''),
};
