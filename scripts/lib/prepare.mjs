// Servers are fetched and built while suites that don't need them run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { loadServers } from './servers.mjs';
import { step } from './steps.mjs';

const uses = {
  prometheus: ['prometheus'],
  exporter: ['prometheus'],
  kubernetes: ['prometheus', 'kubernetes'],
  slow: ['prometheus', 'kubernetes'],
};

const fetchers = (servers) => ({
  prometheus: () => servers.ensurePrometheus(),
  kubernetes: () => servers.buildKubernetes(),
});

/**
 * Starts getting what the suites need. `ready` waits for one suite's servers and rejects when one can't be had.
 * @param {readonly { name: string }[]} suites
 */
export async function prepareServers(suites) {
  const wanted = new Set(suites.flatMap((suite) => uses[suite.name] ?? []));
  if (wanted.size === 0 || !existsSync(join(root, 'test/servers/index.ts'))) {
    return { ready: async () => {}, stop: () => {} };
  }
  const fetch = fetchers(await loadServers());
  const started = new Map([...wanted].map((name) => [name, fetch[name]()]));
  for (const promise of started.values()) promise.catch(() => {}); // reported by whoever waits for it
  const ready = async (suite) => {
    for (const name of uses[suite.name] ?? []) {
      await step(`Getting ${name}`, async () => void (await started.get(name)));
    }
  };
  return { ready, stop: () => {} };
}
