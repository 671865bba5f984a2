// The scripts use the same server code as the tests.
import { loadBundled } from './loadBundled.mjs';

/** @returns {Promise<typeof import('../../test/servers/index.js')>} needs `bootstrap()` to have run */
export const loadServers = () => loadBundled('test/servers/index.ts');
