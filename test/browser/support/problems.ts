import type { Page } from 'playwright-core';

/** What went wrong on a page though nobody may have seen it: errors in its console, and answers that say so. */
export function collectProblems(page: Page, origin: string): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Failed answers are named with their address below.
    if (message.text().startsWith('Failed to load resource')) return;
    problems.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    const url = response.url();
    if (response.status() < 400 || !url.startsWith(origin)) return;
    problems.push(`HTTP ${String(response.status())}: ${response.request().method()} ${url}`);
  });
  return problems;
}
