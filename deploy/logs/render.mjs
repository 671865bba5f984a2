// Prints Fluent Bit's filter with the identity rules of a site: node deploy/logs/render.mjs --config gpuscope.yaml [--kubesphere]
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bootstrap, build } from '../../scripts/bootstrap.mjs';

const usage = 'node deploy/logs/render.mjs --config gpuscope.yaml [--kubesphere]';

async function render({ config, kubesphere }) {
  if (config === undefined) throw new Error(`--config is missing: ${usage}`);
  const text = await readFile(config, 'utf8');
  await bootstrap();
  await build('provisioning');
  const { parse, stringify } = await import('yaml');
  const { parseSite } = await import('@gpuscope/aggregation');
  const { clusterFilter, filterLua } = await import('@gpuscope/provisioning');
  // The rules alone: variables of other sections need not be set where this runs.
  const { identity } = parse(text);
  const parsed = parseSite(stringify({ version: 1, cluster: 'any', exporter: {}, identity }));
  if ('problems' in parsed) {
    const lines = parsed.problems.map(({ path, message }) => `${config}: ${path} ${message}`);
    throw new Error(lines.join('\n'));
  }
  const filter = filterLua(parsed.site.identity);
  return kubesphere ? clusterFilter(filter) : filter;
}

try {
  const { values } = parseArgs({
    options: { config: { type: 'string' }, kubesphere: { type: 'boolean', default: false } },
  });
  process.stdout.write(await render(values));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
