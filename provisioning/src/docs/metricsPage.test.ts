import { CATALOG, labelsOf } from '@gpuscope/aggregation';
import { metricsPage } from './metricsPage.js';

describe('metricsPage', () => {
  const page = metricsPage();

  it.each(CATALOG.map((row) => [row.name, row] as const))('has one row for %s', (name, row) => {
    const lines = page.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`));
    expect(lines).toHaveLength(1);
    for (const field of row.dcgm) expect(lines[0]).toContain(`DCGM_FI_${field}`);
    for (const label of labelsOf(row)) expect(page).toContain(`\`${label}\``);
  });

  it('has a cell for each column in every row', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.filter((row) => row.split(/(?<!\\)\|/).length !== 9)).toEqual([]);
  });
});
