import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunningSite } from './site.js';

/**
 * A site of which only a dcgm-exporter, or a file with its text, is known: holders are what its labels say.
 *
 * @throws {Error} when it is neither an address nor a file
 */
export function givenSite(dcgm: string): RunningSite {
  const isUrl = /^https?:\/\//.test(dcgm);
  const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), dcgm);
  if (!isUrl && !existsSync(file)) {
    throw new Error(`--dcgm is ${dcgm}; allowed is an address (http://…) or a file that exists`);
  }
  const source = isUrl ? { dcgm: { url: dcgm, hostnames: ['*'] } } : { replay: { file } };
  const config = {
    version: 1,
    exporter: {
      interval: '5s',
      dropAfter: '30s',
      sources: [source],
      holders: ['dcgmLabels'],
      pods: 'none',
    },
  };
  return {
    title: isUrl ? `LIVE from ${dcgm}` : `RECORDED in ${file}, repeated as it stands`,
    exporters: [{ role: 'node', name: 'given', config: JSON.stringify(config, null, 2) }],
    stop: () => Promise.resolve(),
  };
}
