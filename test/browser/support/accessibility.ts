import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
  }[];
}

/** Parts that are Grafana's own, with faults that only Grafana can mend. */
const GRAFANAS = ['[data-testid*="RefreshPicker"]'];

/**
 * What axe-core finds serious or critical.
 *
 * @param within CSS selector of the part to look at; on a real Grafana its own frame is not ours
 * @returns a line per finding: rule, what it asks for, where
 */
export async function seriousFindings(page: Page, within: string): Promise<readonly string[]> {
  await page.addScriptTag({ path: createRequire(__filename).resolve('axe-core/axe.min.js') });
  const results = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify({ include: [within], exclude: GRAFANAS })}, { resultTypes: ['violations'] })`,
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 200)}`),
    );
}
