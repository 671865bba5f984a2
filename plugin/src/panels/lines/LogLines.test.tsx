import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import '../testing/patience.js';
import { LogLines } from './LogLines.js';
import type { LogRow } from './row.js';
import { rowOf } from './testing.js';

const many = (count: number): readonly LogRow[] =>
  Array.from({ length: count }, (_, at) =>
    rowOf({ id: `id-${at}`, timeMs: 1e12 - at, line: `line ${at}` }),
  );

/** Rows of lines, without the headings. */
const lines = () =>
  screen
    .getAllByRole('row')
    .filter((row) => row.ariaRowIndex !== null || row.hasAttribute('aria-rowindex'));

const setUp = (props: Parameters<typeof LogLines>[0]) => {
  const user = userEvent.setup();
  const { rerender } = render(<LogLines {...props} />);
  return { user, rerender, list: screen.getByRole('treegrid') };
};

describe('ten thousand lines', () => {
  it('are drawn as far as they are in sight, and told as a whole', () => {
    const { list } = setUp({ rows: many(10_000) });
    expect(list.getAttribute('aria-rowcount')).toBe('10000');
    const drawn = lines().length;
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(100);
  });

  it('take a new one above without drawing the others anew', () => {
    const rows = many(10_000);
    const { rerender } = setUp({ rows });
    const drawn = screen.getByText('line 3');
    rerender(<LogLines rows={[rowOf({ id: 'new', line: 'brand new' }), ...rows]} />);
    expect(screen.getByText('brand new')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('line 3')).toBe(drawn);
  });
});

describe('a line', () => {
  it('names its level, and folds what stands below its first line', () => {
    setUp({
      rows: [
        rowOf({ level: 'error', line: `Error: no\n${'\tat x\n'.repeat(23)}` }),
        rowOf({ id: 'b', level: 'unknown', line: 'two\nlines' }),
      ],
    });
    const [first, second] = lines();
    expect(within(first as HTMLElement).getByText('error')).toBeInstanceOf(HTMLElement);
    expect(first?.textContent).toContain('Error: no23 more lines');
    expect(first?.textContent).not.toContain('at x');
    expect(second?.textContent).toContain('1 more line');
    expect(second?.textContent).toContain('no level');
  });

  it('shows labels as columns, by their names', () => {
    setUp({ rows: [rowOf()], columns: ['pod', 'missing'] });
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Level',
      'Time',
      'pod',
      'missing',
      'Line',
    ]);
    expect(lines()[0]?.textContent).toContain('train-0');
  });

  it('is text and nothing else, whatever it holds', () => {
    const line = '<img src=x onerror="alert(1)"> <b>bold</b> &amp; user \u202enimda\u0007';
    setUp({
      rows: [rowOf({ line, labels: { pod: '<i>p</i>' } })],
      columns: ['pod', 'constructor'],
    });
    expect(lines()[0]?.querySelector('img, b, i')).toBeNull();
    expect(lines()[0]?.textContent).toContain(
      '<i>p</i><img src=x onerror="alert(1)"> <b>bold</b> &amp; user <U+202E>nimda␇',
    );
  });

  it('is shown in part where it has megabytes, with how much stands below', () => {
    setUp({ rows: [rowOf({ line: `${'x'.repeat(2_000_000)}\nmore` })] });
    const text = lines()[0]?.textContent ?? '';
    expect(text.length).toBeLessThan(10_000);
    expect(text).toMatch(/xx…1 more line$/);
  });

  it('without a time says so, and not that it is of 1970', () => {
    setUp({ rows: [rowOf({ timeMs: NaN })] });
    expect(lines()[0]?.textContent).toBe('info–step 12 done');
  });

  it('that comes twice is there twice', () => {
    const twice = [rowOf({ line: 'again' }), rowOf({ line: 'again' })];
    setUp({ rows: [...twice, rowOf({ id: '', line: 'again' }), rowOf({ id: '', line: 'again' })] });
    expect(screen.getAllByText('again')).toHaveLength(4);
  });

  it('has the words marked that were searched for, and no terminal codes', () => {
    setUp({ rows: [rowOf({ line: '\u001b[31mCUDA\u001b[0m error' })], searchWords: ['(?i)cuda'] });
    expect(document.querySelector('mark')?.textContent).toBe('CUDA');
    expect(lines()[0]?.textContent).toContain('CUDA error');
  });
});

describe('a line opened', () => {
  const json = '{"msg":"out of memory","gpu":3}';

  it('shows JSON over several lines, all labels, and the exact time', async () => {
    const { user } = setUp({ rows: [rowOf({ line: json, nanos: 7 })] });
    await user.click(screen.getByText(json));
    expect(screen.getByRole('region', { name: 'The whole line' }).textContent).toBe(
      '{\n  "msg": "out of memory",\n  "gpu": 3\n}',
    );
    expect(screen.getByRole('rowheader', { name: /namespace/ })).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('2026-11-21T08:00:00.000000007Z')).toBeInstanceOf(HTMLElement);
  });

  it('narrows by a label, either way, and makes it a column', async () => {
    const onFilter = jest.fn();
    const onColumn = jest.fn();
    const { user } = setUp({ rows: [rowOf()], actions: { onFilter, onColumn } });
    await user.click(screen.getByText('step 12 done'));
    await user.click(screen.getByRole('button', { name: 'Only lines with pod train-0' }));
    await user.click(screen.getByRole('button', { name: 'Not lines with app train' }));
    await user.click(screen.getByRole('button', { name: 'Show container as a column' }));
    expect(onFilter.mock.calls).toEqual([
      ['pod', 'train-0', false],
      ['app', 'train', true],
    ]);
    expect(onColumn).toHaveBeenCalledWith('container');
  });

  it('leads to its neighbours, its pod, its GPU at that time, and its trace', async () => {
    const onContext = jest.fn();
    const links = [{ name: 'traceId', title: 'Tempo', href: 'https://tempo.example.com/1' }];
    const row = rowOf({ links });
    const { user } = setUp({ rows: [row], actions: { onContext, podUrl: () => '/a/x/logs' } });
    await user.click(screen.getByText('step 12 done'));
    await user.click(screen.getByRole('button', { name: 'Show context' }));
    expect(onContext).toHaveBeenCalledWith(row);
    const href = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href('Only this pod')).toBe('/a/x/logs');
    expect(href('GPU of this pod at that time')).toContain('/app?');
    expect(href(/Tempo/)).toBe('https://tempo.example.com/1');
  });

  it('offers no context for a line that has no id', async () => {
    const { user } = setUp({ rows: [rowOf({ id: '' })], actions: { onContext: jest.fn() } });
    await user.click(screen.getByText('step 12 done'));
    expect(screen.queryByRole('button', { name: 'Show context' })).toBeNull();
  });

  it('stays open when new lines come above', async () => {
    const row = rowOf({ line: json });
    const { user, rerender } = setUp({ rows: [row] });
    await user.click(screen.getByText(json));
    rerender(<LogLines rows={[rowOf({ id: 'new', line: 'newer' }), row]} />);
    const [newer, older] = lines();
    expect(newer?.getAttribute('aria-expanded')).toBe('false');
    expect(older?.getAttribute('aria-expanded')).toBe('true');
  });
});

describe('keys', () => {
  const press = (list: HTMLElement, ...keys: string[]) => {
    for (const key of keys) fireEvent.keyDown(list, { key });
  };
  const active = (list: HTMLElement) =>
    document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent;

  it('lead through the lines, open one with Enter and close it with Escape', () => {
    const { list } = setUp({ rows: many(5) });
    press(list, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(active(list)).toContain('line 1');
    press(list, 'Enter');
    expect(lines()[1]?.getAttribute('aria-expanded')).toBe('true');
    press(list, 'Escape');
    expect(lines()[1]?.getAttribute('aria-expanded')).toBe('false');
  });

  it('with Alt, Ctrl or Meta are the browser’s own', () => {
    const { list } = setUp({ rows: many(3) });
    for (const held of ['altKey', 'ctrlKey', 'metaKey']) {
      expect(fireEvent.keyDown(list, { key: 'ArrowDown', [held]: true })).toBe(true);
    }
    expect(list.getAttribute('aria-activedescendant')).toBeNull();
  });

  it('stop at both ends', () => {
    const { list } = setUp({ rows: many(3) });
    press(list, 'End', 'ArrowDown');
    expect(active(list)).toContain('line 2');
    press(list, 'Home', 'ArrowUp');
    expect(active(list)).toContain('line 0');
  });
});
