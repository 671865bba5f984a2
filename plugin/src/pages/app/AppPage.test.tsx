import type { DataSourceInstanceSettings } from '@grafana/data';
import { sceneGraph, sceneUtils, type SceneQueryRunner } from '@grafana/scenes';
import { boardOf, en } from '@gpuscope/dashboards';
import { screen, waitFor, within } from '@testing-library/react';
import { series } from '../../testing/frames.js';
import { draw, type World } from '../../testing/grafana.js';
import { boardScene } from '../../scenes/boardScene.js';
import type { BoardPanel } from '../../scenes/BoardPanel.js';
import type { Sources } from '../../settings/useSources.js';
import { AppPage } from './AppPage.js';
import { requests } from './requests.js';

const source = (uid: string, type: string): Partial<DataSourceInstanceSettings> => ({
  uid,
  type,
  name: uid,
});
const PROMETHEUS = source('p', 'prometheus');
const LOGS = source('logs', 'gpuscope-logs-datasource');
const EVENTS = source('events', 'gpuscope-logs-datasource');
const TEMPO = source('tempo', 'tempo');
type Traces = NonNullable<Sources['traces']>;
const NONE = { metrics: undefined, logs: undefined, events: undefined, all: [] };
const JAEGER = source('jaeger', 'jaeger');

const URL = '/a/gpuscope-app/app?var-tenant=research&var-app=llm&from=now-2d&to=now';
const open = (world: World = {}) =>
  draw(<AppPage />, { url: URL, answer: () => [series(1)], sources: [PROMETHEUS], ...world });

const panel = async (id: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-panel="${id}"]`);
    expect(found?.dataset.shown).toMatch(/^(data|empty)$/);
    return found as HTMLElement;
  });

describe('the page of an app', () => {
  it('is headed by the app, and by all apps where none is chosen', async () => {
    const first = open();
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('llm'));
    first.unmount();
    open({ url: '/a/gpuscope-app/app' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('All apps');
  });

  it('marks starts of pods without asking again for its own marks', async () => {
    const { asked } = open();
    await waitFor(() => expect(asked.some(({ refId }) => refId === 'marks')).toBe(true));
    await waitFor(() =>
      expect(document.querySelectorAll('[data-shown=data]').length).toBeGreaterThan(3),
    );
    expect(asked.filter(({ refId }) => refId === 'marks').length).toBeLessThan(4);
  });

  it('asks the log source for the app’s newest errors, and leads to all of its lines', async () => {
    const { asked } = open({ sources: [PROMETHEUS, LOGS] });
    const errors = await panel('newest-errors');
    expect(asked.find(({ refId }) => refId === 'errors')).toMatchObject({
      selection: {
        apps: ['$app'],
        tenants: ['$tenant'],
        levels: expect.arrayContaining(['error']) as unknown,
      },
    });
    const link = within(errors).getByRole('link', { name: 'All lines' });
    const url = new globalThis.URL(link.getAttribute('href') ?? '', 'http://g.example');
    expect(url.pathname).toBe('/a/gpuscope-app/logs');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      from: 'now-2d',
      to: 'now',
      'var-tenant': 'research',
      'var-app': 'llm',
    });
  });

  it('leads to all lines where there are no errors, too', async () => {
    open({
      sources: [PROMETHEUS, LOGS],
      answer: ({ refId }) => (refId === 'errors' ? [] : [series(1)]),
    });
    const errors = await panel('newest-errors');
    expect(within(errors).getByText(/No line of level error/).isConnected).toBe(true);
    expect(within(errors).getByRole('link', { name: 'All lines' }).isConnected).toBe(true);
  });

  it('asks for events of any level where a source is chosen', async () => {
    const { asked } = open({
      sources: [PROMETHEUS, LOGS, EVENTS],
      settings: { eventsUid: 'events' },
    });
    await panel('events');
    const events = asked.find(({ refId }) => refId === 'events');
    expect(events).toMatchObject({ selection: { apps: ['$app'] } });
    expect(events).not.toHaveProperty('selection.levels');
  });

  it('says how to get logs, events and traces where there are none', async () => {
    open();
    expect((await screen.findByText(/no gpuscope app logs data source yet/)).isConnected).toBe(
      true,
    );
    expect(screen.getByText(/Kubernetes forgets its events/).isConnected).toBe(true);
    expect(screen.getByText(/OpenTelemetry traces to Tempo or Jaeger/).isConnected).toBe(true);
  });

  it('shows request rate, errors and latency of the app from Tempo', async () => {
    const { asked } = open({ sources: [PROMETHEUS, TEMPO], settings: { tracesUid: 'tempo' } });
    for (const id of ['request-rate', 'request-errors', 'request-latency']) {
      await panel(id);
      expect(asked.find(({ refId }) => refId === id)).toMatchObject({
        queryType: 'traceql',
        query: expect.stringContaining('resource.service.name=~`${app:regex}`') as unknown,
      });
    }
  });

  it.each([
    ['var-app=llm', 'llm'],
    ['var-app=a.b(c)%7Cd', String.raw`a\.b\(c\)\|d`],
    ['var-app=DOMAIN%5Cx&var-app=ocr', String.raw`(DOMAIN\\x|ocr)`],
    ['', '.*'],
  ])('asks Tempo for services by the very letters of %s', (address, pattern) => {
    const scene = boardScene(boardOf('app', en), { messages: en, metricsUid: 'p' });
    sceneUtils.syncStateFromSearchParams(scene, new URLSearchParams(address));
    const queries = requests({ ...NONE, traces: TEMPO as Traces })
      .state.panels.flatMap((panel) => (panel as BoardPanel).state.$data)
      .flatMap((runner) => (runner as SceneQueryRunner).state.queries);
    const filled = queries.map(({ query }) => sceneGraph.interpolate(scene, query as string));
    expect(filled).toHaveLength(3);
    for (const one of filled) expect(one).toContain(`=~\`${pattern}\` `);
  });

  it('lists the app’s traces from Jaeger', async () => {
    const { asked } = open({ sources: [PROMETHEUS, JAEGER], settings: { tracesUid: 'jaeger' } });
    await panel('traces');
    expect(asked.find(({ refId }) => refId === 'traces')).toMatchObject({
      queryType: 'search',
      service: '$app',
    });
  });
});
