import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SELF_METRICS, type SelfMetricRow } from '@gpuscope/exporter';
import { repositoryRoot } from '../servers/repository.js';

const read = (path: string): string => readFileSync(join(repositoryRoot(), path), 'utf8');
const PAGE = 'docs/exporter-metrics.md';

/** The page's rows as they should be; how wide its columns are is prettier's affair. */
const wanted = (SELF_METRICS as readonly SelfMetricRow[]).map(({ name, type, labels, help }) => [
  `\`${name}\``,
  type,
  (labels ?? []).map((label) => `\`${label}\``).join(', '),
  help,
]);

const found = [...read(PAGE).matchAll(/^\| (`gpuscope_[^|]+)\|([^|]+)\|([^|]+)\|([^|]+)\|$/gm)].map(
  ([, ...cells]) => cells.map((cell) => cell.trim()),
);

describe(PAGE, () => {
  it('lists every metric of the exporter about itself, as its HELP has it, and no other', () => {
    expect(found).toEqual(wanted);
  });
});

describe('what other pages say of the exporter', () => {
  const pages = ['README.md', 'docs/install.md', 'docs/attribution.md', 'docs/app/README.md'];

  it.each(pages)('%s names metrics that there are', (page) => {
    const names = new Set(SELF_METRICS.map(({ name }): string => name));
    const named = [...read(page).matchAll(/\bgpuscope_exporter_[a-z_]+/g)].map(([name]) => name);
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });
});
