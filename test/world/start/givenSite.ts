import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseExposition } from '@gpuscope/aggregation';
import type { RunningSite } from './site.js';

/**
 * A site of which only a dcgm-exporter, or a file with its text, is known: holders are what its labels say.
 *
 * @throws {Error} when it is neither an address that answers nor a file
 */
export async function givenSite(dcgm: string): Promise<RunningSite> {
  const isUrl = /^https?:\/\//.test(dcgm);
  const where = isUrl ? dcgm : resolve(process.env['INIT_CWD'] ?? process.cwd(), dcgm);
  const text = await (isUrl ? fetchText(where) : readText(where));
  // The exporter refuses samples of another machine; here that machine is the one we were sent to.
  const node = hostOf(text) ?? 'given';
  return {
    title: isUrl ? `LIVE from ${where}` : `RECORDED in ${where}, repeated as it stands`,
    exporters: [
      { role: 'node', name: 'given', args: [isUrl ? '--dcgm' : '--replay', where, '--node', node] },
    ],
    stop: () => Promise.resolve(),
  };
}

const refuse = (what: string, why: string): Error =>
  new Error(`--dcgm is ${what}: ${why}; allowed is an address (http://…/metrics) or a file`);

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  if (response === undefined) throw refuse(url, 'it does not answer');
  if (!response.ok) throw refuse(url, `it answers with HTTP ${String(response.status)}`);
  return response.text();
}

const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw refuse(file, 'it cannot be read');
  });

function hostOf(text: string): string | undefined {
  const [first] = parseExposition(text).samples.flatMap(({ labels }) => {
    const host = labels.get('Hostname') ?? labels.get('hostname') ?? '';
    return host === '' ? [] : [host];
  });
  return first;
}
