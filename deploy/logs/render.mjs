// Prints Fluent Bit's filter with the identity rules of a site: node deploy/logs/render.mjs --config gpuscope.yaml [--kubesphere]
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bootstrap, build } from '../../scripts/bootstrap.mjs';

const usage = 'node deploy/logs/render.mjs --config gpuscope.yaml [--kubesphere]';

function asMapping(site, config) {
  if (typeof site === 'object' && site !== null && !Array.isArray(site)) return site;
  throw new Error(`${config}: must be a mapping, as gpuscope.yaml is`);
}

function readArguments() {
  try {
    const options = { config: { type: 'string' }, kubesphere: { type: 'boolean', default: false } };
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Error(`${error.message}: ${usage}`);
  }
}

async function render({ config, kubesphere }) {
  if (config === undefined) throw new Error(`--config is missing: ${usage}`);
  const text = await readFile(config, 'utf8').catch((error) => {
    throw new Error(`${config}: cannot be read (${error.code})`);
  });
  await bootstrap();
  await build('provisioning');
  const { parse, stringify } = await import('yaml');
  const { parseSite } = await import('@gpuscope/aggregation');
  const { clusterFilter, filterLua } = await import('@gpuscope/provisioning');
  // The rules alone: variables of other sections need not be set where this runs.
  const { identity } = asMapping(parse(text), config);
  const parsed = parseSite(stringify({ version: 1, cluster: 'any', exporter: {}, identity }));
  if ('problems' in parsed) {
    const lines = parsed.problems.map(({ path, message }) => `${config}: ${path} ${message}`);
    throw new Error(lines.join('\n'));
  }
  const filter = filterLua(parsed.site.identity);
  return kubesphere ? clusterFilter(filter) : filter;
}

try {
  process.stdout.write(await render(readArguments()));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
