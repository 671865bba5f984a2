import type { Row } from './rows.js';

interface Column {
  readonly title: string;
  readonly right?: boolean;
  readonly text: (row: Row) => string;
}

const GIB = 1024 ** 3;

/** A figure, or a dot where there is none. */
const figure = (value: number | undefined, digits: number, unit: string): string =>
  value === undefined ? '·' : `${value.toFixed(digits)}${unit}`;

const COLUMNS: readonly Column[] = [
  { title: 'NODE', text: ({ node }) => node },
  { title: 'GPU', text: ({ gpu }) => gpu },
  { title: 'TENANT', text: ({ tenant }) => tenant },
  { title: 'APP', text: ({ app }) => app },
  { title: 'USER', text: ({ user }) => user },
  { title: 'HELD', right: true, text: ({ held }) => figure(held, 2, '') },
  { title: 'USED', right: true, text: ({ used }) => figure(used, 2, '') },
  {
    title: 'MEMORY',
    right: true,
    text: ({ memory }) => figure(memory === undefined ? undefined : memory / GIB, 1, ' GiB'),
  },
  { title: 'POWER', right: true, text: ({ watts }) => figure(watts, 0, ' W') },
];

/** The rows as aligned text, a line each, below a line of titles. HELD and USED are in GPUs. */
export function tableText(rows: readonly Row[]): string {
  const cells = rows.map((row) => COLUMNS.map(({ text }) => text(row)));
  const widths = COLUMNS.map(({ title }, i) =>
    Math.max(title.length, ...cells.map((line) => line[i]?.length ?? 0)),
  );
  const print = (line: readonly string[]): string =>
    line
      .map((cell, i) => {
        const width = widths[i] ?? 0;
        return COLUMNS[i]?.right === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [print(COLUMNS.map(({ title }) => title)), ...cells.map(print)].join('\n');
}
