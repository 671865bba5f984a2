import { FieldType, createDataFrame, type DataFrame } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { ValuesRequest } from '@gpuscope/datasource/shared';
import { act, screen, waitFor, within } from '@testing-library/react';
import { linesFrame, rowOf } from '../panels/lines/testing.js';
import type { Backend } from './testing/source.js';
import { stage } from './testing/stage.js';

const T = Date.UTC(2026, 10, 21, 8);
const RANGE = `?from=${T}&to=${T + 3_600_000}`;
const MINUTE = 60_000;

const ROWS = [
  rowOf({ id: 'b', timeMs: T + 2 * MINUTE, line: 'CUDA error: out of memory', level: 'error' }),
  rowOf({ id: 'a', timeMs: T + MINUTE, line: 'step 12 done' }),
];

const bars = (level: string, values: readonly number[]): DataFrame =>
  createDataFrame({
    refId: 'volume',
    fields: [
      { name: 'time', type: FieldType.time, values: values.map((_, at) => T + at * MINUTE) },
      { name: 'lines', type: FieldType.number, values: [...values], labels: { level } },
    ],
  });

const count = (lines: number): DataFrame =>
  createDataFrame({ fields: [{ name: 'lines', type: FieldType.number, values: [lines] }] });

const VALUES: Readonly<Record<string, readonly [string, number][]>> = {
  app: [
    ['train', 1200],
    ['serve', 30],
  ],
  pod: [['train-0', 800]],
};

const BACKEND: Backend = {
  frames: ({ show }) => {
    if (show === 'lines') return [linesFrame(ROWS)];
    return show === 'volume' ? [bars('error', [1, 9, 0]), bars('info', [5, 5, 5])] : [count(7)];
  },
  resource: (path, body) => {
    const { name = '' } = body as { name?: string };
    if (path === 'fields') return { values: [{ text: 'label.team' }], isCut: false, notices: [] };
    const values = (VALUES[name] ?? []).map(([text, lines]) => ({ text, count: lines }));
    return { values, isCut: false, notices: [] };
  },
};

describe('the page Logs', () => {
  it('shows lines, volume by level in words, and what they can be narrowed by', async () => {
    await stage(RANGE, BACKEND);
    expect(await screen.findByText('CUDA error: out of memory')).toBeInstanceOf(HTMLElement);
    const legend = screen.getByRole('group', { name: 'Lines by level' });
    expect(
      within(legend)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['error 10', 'info 15']);
    const apps = screen.getByRole('list', { name: 'Apps' });
    expect(
      within(apps)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['train1,200', 'serve30']);
    const levels = screen.getByRole('list', { name: 'Levels' });
    expect(within(levels).getByText('10')).toBeInstanceOf(HTMLElement);
  });

  it('asks for what its address says, and for nothing else', async () => {
    const { asked } = await stage(
      `${RANGE}&var-app=train&var-node=n1&level=error&words=cuda&filter=label.team%7C%3D%7Ccv&stacks=0&lines=1000`,
      BACKEND,
    );
    await waitFor(() => expect(asked.length).toBeGreaterThan(1));
    const [lines] = asked.filter(({ query }) => query.refId === 'lines');
    expect(lines?.query).toMatchObject({
      show: 'lines',
      limit: 1000,
      joinStacks: false,
      selection: {
        apps: ['train'],
        hosts: ['n1'],
        levels: ['error'],
        words: 'cuda',
        filters: [{ name: 'label.team', op: '=', values: ['cv'] }],
      },
    });
    expect(lines?.span).toEqual({ fromMs: T, toMs: T + 3_600_000 });
  });

  it('narrows by a click; the address follows, and Back undoes it', async () => {
    const { user, params, asked } = await stage(RANGE, BACKEND);
    await user.click(await screen.findByRole('checkbox', { name: 'train' }));
    expect(params().getAll('var-app')).toEqual(['train']);
    await waitFor(() =>
      expect(asked.at(-1)?.query.selection.apps ?? asked.at(-2)?.query.selection.apps).toEqual([
        'train',
      ]),
    );
    expect(await screen.findByRole('list', { name: 'Pods' })).toBeInstanceOf(HTMLElement);
    const history = locationService.getHistory() as unknown as { goBack: () => void };
    act(() => history.goBack());
    await waitFor(() => expect(params().getAll('var-app')).toEqual([]));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'train' }).checked).toBe(false);
  });

  it('keeps what others put into the address', async () => {
    const { user, params } = await stage(`${RANGE}&kiosk=1&theme=light`, BACKEND);
    await user.click(await screen.findByRole('button', { name: 'error 10' }));
    expect(Object.fromEntries(params())).toMatchObject({
      kiosk: '1',
      theme: 'light',
      level: 'error',
    });
  });

  it('searches on Enter, and says what is wrong with words', async () => {
    const { user, params } = await stage(RANGE, BACKEND);
    await screen.findByText('step 12 done');
    await user.keyboard('/');
    const field = screen.getByRole('textbox', { name: 'Words in the line' });
    expect(document.activeElement).toBe(field);
    await user.type(field, '"open');
    await user.keyboard('{Enter}');
    expect(screen.getByText(/A quote is not closed/)).toBeInstanceOf(HTMLElement);
    expect(params().get('words')).toBeNull();
    await user.type(field, ' it"{Enter}');
    expect(params().get('words')).toBe('"open it"');
  });

  it('opens the lines around a line, from a click as from a pasted address', async () => {
    const neighbours: Backend = {
      ...BACKEND,
      frames: (query, span) =>
        query.show === 'context'
          ? [
              linesFrame([
                rowOf({
                  id: query.context?.direction ?? '',
                  line: `said ${query.context?.direction ?? ''}`,
                }),
              ]),
            ]
          : BACKEND.frames?.(query, span),
      resource: (path, body) =>
        path === 'record'
          ? {
              line: {
                id: 'b',
                timeNs: `${T}000000`,
                line: 'the line itself',
                labels: {},
                extra: {},
              },
              index: 'logs',
              fields: {},
            }
          : BACKEND.resource?.(path, body),
    };
    const { user, params, asked } = await stage(`${RANGE}&ctx=b`, neighbours);
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('the line itself')).toBeInstanceOf(HTMLElement);
    const said = within(drawer)
      .getAllByText(/^said|^the line/)
      .map(({ textContent }) => textContent);
    expect(said).toEqual(['said before', 'the line itself', 'said after']);
    const sides = asked.filter(({ query }) => query.show === 'context');
    expect(sides.map(({ query }) => query.context)).toEqual([
      { id: 'b', direction: 'before' },
      { id: 'b', direction: 'after' },
    ]);
    expect(within(drawer).getByText('No later lines within a day')).toBeInstanceOf(HTMLElement);
    await user.click(within(drawer).getByRole('button', { name: /close/i }));
    expect(params().get('ctx')).toBeNull();
  });

  it('says why nothing was found and what would find more, with counts', async () => {
    const empty: Backend = {
      ...BACKEND,
      frames: ({ show, selection }) => {
        if (show !== 'counts') return [];
        return [count(selection.words === undefined ? 42 : 3)];
      },
    };
    const { user, params } = await stage(`${RANGE}&words=nonsense&var-app=train`, empty);
    expect(await screen.findByText('No line fits all that is chosen')).toBeInstanceOf(HTMLElement);
    const way = screen.getByRole('button', { name: 'Without the words' });
    await waitFor(() => expect(way.parentElement?.textContent).toContain('42 lines'));
    expect(screen.getByRole('button', { name: 'The last 7 days' })).toBeInstanceOf(HTMLElement);
    await user.click(way);
    expect(params().get('words')).toBeNull();
    expect(params().getAll('var-app')).toEqual(['train']);
  });

  it('counts without levels where the records hold none as a field, and says so', async () => {
    const { resources } = await stage(`${RANGE}&level=error`, {
      ...BACKEND,
      about: { hasLevels: false },
    });
    expect(await screen.findByText(/hold no level as a field/)).toBeInstanceOf(HTMLElement);
    const asked = resources.map(({ body }) => (body as ValuesRequest).selection);
    expect(asked.length).toBeGreaterThan(0);
    for (const selection of asked) expect(selection).not.toHaveProperty('levels');
  });

  it('says what the store refused, and asks again on request', async () => {
    let times = 0;
    const failing: Backend = {
      ...BACKEND,
      frames: (query, span) => {
        if (query.refId !== 'lines') return BACKEND.frames?.(query, span);
        times += 1;
        return times === 1 ? new Error('the store ran out of time') : [linesFrame(ROWS)];
      },
    };
    const { user } = await stage(RANGE, failing);
    expect(await screen.findByText('the store ran out of time')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: /Try again/ }));
    expect(await screen.findByText('step 12 done')).toBeInstanceOf(HTMLElement);
  });

  it('tells who has no log source how to add one', async () => {
    await stage('', {}, false);
    expect(screen.getByText('No log source is connected yet')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('link', { name: 'Add a log source' })).toBeInstanceOf(HTMLElement);
  });

  it('cancels what nobody waits for any more', async () => {
    const slow: Backend = { ...BACKEND, resource: () => 'never' };
    const { user, stopped } = await stage(RANGE, slow);
    await user.click(await screen.findByRole('button', { name: 'error 10' }));
    await waitFor(() => expect(stopped).toContain('values'));
  });
});
