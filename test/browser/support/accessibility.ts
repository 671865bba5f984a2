import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly target: string;
  readonly html: string;
  /** The panel that it stands in; empty outside of panels. */
  readonly panel: string;
}

/** Parts that are Grafana's own, with faults that only Grafana can mend. */
const GRAFANAS = ['[data-testid*="RefreshPicker"]', 'label[for^="switch-"]'];

const run = (within: string): string => `
  axe.run(${JSON.stringify({ include: [within], exclude: GRAFANAS })}, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, html }) => {
        const panel = document.querySelector(target[0])?.closest('[data-panel]')?.dataset.panel ?? '';
        return { id, impact, help, target: target.join(' '), html, panel };
      })))`;

/**
 * What axe-core finds serious or critical.
 *
 * @param within CSS selector of the part to look at; on a real Grafana its own frame is not ours
 * @param stock ids of panels that Grafana draws: how well the colours of its values read is Grafana's palette's affair
 * @returns a line per finding: rule, what it asks for, where
 */
export async function seriousFindings(
  page: Page,
  within: string,
  stock: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  await page.addScriptTag({ path: createRequire(__filename).resolve('axe-core/axe.min.js') });
  const findings = await page.evaluate<readonly Finding[]>(run(within));
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .filter(({ id, panel }) => id !== 'color-contrast' || !stock.has(panel))
    .map(({ id, help, target, html }) => `${id}: ${help}: ${target}: ${html.slice(0, 200)}`);
}
