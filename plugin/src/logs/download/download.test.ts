import type { LineJson, LinesPage } from '@gpuscope/datasource/shared';
import { lastValueFrom, toArray } from 'rxjs';
import { sourceOf } from '../testing/source.js';
import { formatLine, timeText } from './formatLine.js';
import { readAll } from './readAll.js';

const line = (id: string, more: Partial<LineJson> = {}): LineJson => ({
  id,
  timeNs: '1795248000123456789',
  line: '\u001b[31mbad\u001b[0m\n\tat x',
  level: 'error',
  labels: { cluster: 'c1', namespace: 'ns', pod: 'p', container: 'main', app: 'a' },
  extra: { 'label.team': 'cv' },
  ...more,
});

describe('a line in a file', () => {
  it('as text has time, level, where from, and no terminal codes', () => {
    expect(formatLine(line('1'), 'txt')).toBe(
      '2026-11-21T08:00:00.123456789Z ERROR c1/ns/p/main bad\n\tat x\n',
    );
    expect(formatLine(line('1', { level: undefined, labels: {} }), 'txt')).toContain('Z -  bad');
  });

  it('as JSON is one line with all that is known', () => {
    const text = formatLine(line('1'), 'jsonl');
    expect(text.trimEnd()).not.toContain('\n');
    expect(JSON.parse(text)).toEqual({
      time: '2026-11-21T08:00:00.123456789Z',
      level: 'error',
      cluster: 'c1',
      namespace: 'ns',
      pod: 'p',
      container: 'main',
      app: 'a',
      line: line('1').line,
      fields: { 'label.team': 'cv' },
      id: '1',
    });
  });

  it('as text ends once, and has no half of a terminal code', () => {
    expect(formatLine(line('1', { line: 'done\r\n' }), 'txt')).toMatch(/main done\n$/);
    expect(formatLine(line('1', { line: 'cut \u001b[3' }), 'txt')).not.toContain('\u001b');
  });

  it.each([
    ['Chinese and signs of many parts', '显存不足 👩🏽‍💻'],
    ['quotes, slashes and tabs', '"a\\b"\tc'],
    ['what only scripts read', '</script>\u2028<!--'],
  ])('keeps %s', (_, text) => {
    expect(formatLine(line('1', { line: text }), 'txt')).toContain(` ${text}\n`);
    const json = JSON.parse(formatLine(line('1', { line: text }), 'jsonl')) as { line: string };
    expect(json.line).toBe(text);
  });

  it.each(['999999999999999999999999999', '-1'])(
    'of a time that no calendar has (%s) is there all the same',
    (timeNs) => {
      for (const format of ['txt', 'jsonl'] as const)
        expect(formatLine(line('1', { timeNs }), format)).toContain(timeNs);
    },
  );

  it('keeps every nanosecond', () => {
    expect(timeText('1000000001')).toBe('1970-01-01T00:00:01.000000001Z');
  });
});

describe('all lines', () => {
  const pages: readonly LinesPage[] = [0, 1, 2].map((at) => ({
    lines: [line(`${at}a`), line(`${at}b`)],
    total: 6,
    isTotalExact: true,
    notices: [],
    ...(at < 2 ? { cursor: `after ${at}` } : {}),
  }));
  const read = async (most?: number) => {
    const backend = sourceOf({ resource: () => pages[backend.resources.length - 1] });
    const range = { fromMs: 1, toMs: 2 };
    const all = readAll(backend.source, { selection: { apps: ['a'] }, range }, most);
    const found = await lastValueFrom(all.pipe(toArray()));
    return { ids: found.flatMap(({ lines }) => lines.map(({ id }) => id)), ...backend };
  };

  it('come page after page, each asked for by the cursor of the one before', async () => {
    const { ids, resources } = await read();
    expect(ids).toEqual(['0a', '0b', '1a', '1b', '2a', '2b']);
    expect(resources.map(({ body }) => body)).toEqual([
      { selection: { apps: ['a'] }, range: { fromMs: 1, toMs: 2 }, size: 5000 },
      { cursor: 'after 0' },
      { cursor: 'after 1' },
    ]);
  });

  it('end where there are too many', async () => {
    expect((await read(3)).ids).toEqual(['0a', '0b', '1a', '1b']);
  });
});
