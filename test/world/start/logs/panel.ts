import { withoutAnsi, type LogLevel, type Table } from '@gpuscope/aggregation/logs';
import { textColumn, timeColumn } from '../../logs/asking/columns.js';

/** What the terminal shows of an app's log. */
export interface LogView {
  readonly app: string;
  readonly lines: readonly Table[];
  readonly volume: readonly Table[];
}

const BARS = '▁▂▃▄▅▆▇█';

/** How many lines are shown, and how wide. */
const LINES = 8;
const WIDTH = 120;

/** A bar for each figure, against the largest. */
export function sparkline(figures: readonly number[]): string {
  const most = Math.max(...figures, 0);
  return figures
    .map((figure) =>
      figure <= 0 ? ' ' : (BARS[Math.ceil((figure / most) * BARS.length) - 1] ?? ' '),
    )
    .join('');
}

/** An app's volume by level, a line each, and below it its newest lines, the newest last. */
export function logText({ app, lines, volume }: LogView): string {
  const notices = [...lines, ...volume]
    .flatMap((table) => table.notices)
    // That these are the newest lines only is plain to see.
    .flatMap(({ severity, text }) => (severity === 'info' ? [] : [text]));
  return [
    `LOG of ${app}, lines a minute`,
    ...volumeRows(volume),
    '',
    ...lines.flatMap(lineRows).slice(-LINES),
    ...[...new Set(notices)].map((text) => `(${text})`),
  ].join('\n');
}

function volumeRows(volume: readonly Table[]): string[] {
  const rows = volume.flatMap(({ columns }) =>
    columns.flatMap((column) => {
      if (column.type !== 'number' && column.type !== 'integer') return [];
      const figures = column.values.map((value) => value ?? 0);
      const sum = figures.reduce((total, figure) => total + figure, 0);
      const level = column.labels?.['level'] ?? 'all';
      return sum === 0 ? [] : [{ level, figures, sum }];
    }),
  );
  return rows.map(
    ({ level, figures, sum }) =>
      `${level.padEnd(9)}${sparkline(figures)}  ${String(Math.round(sum))}`,
  );
}

const LETTERS: Readonly<Record<LogLevel, string>> = {
  critical: 'C',
  error: 'E',
  warning: 'W',
  info: 'I',
  debug: 'D',
  trace: 'T',
};

/** The newest come first in the table, and last on the screen. */
function lineRows(table: Table): string[] {
  const bodies = textColumn(table, 'body');
  const levels = textColumn(table, 'severity');
  return timeColumn(table, 'timestamp')
    .map((timeNs, at) => {
      const time = new Date(Number(timeNs / 1_000_000n)).toISOString().slice(11, 23);
      const letter = LETTERS[(levels[at] ?? '') as LogLevel] ?? ' ';
      return `${time} ${letter} ${plain(bodies[at] ?? '')}`.slice(0, WIDTH);
    })
    .reverse();
}

const FIRST_PRINTABLE = 0x20;

/** On one line, without what would move the cursor or colour the screen. */
const plain = (line: string): string =>
  Array.from(withoutAnsi(line), (letter) =>
    letter.charCodeAt(0) < FIRST_PRINTABLE ? ' ' : letter,
  ).join('');
