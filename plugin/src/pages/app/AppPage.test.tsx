import type { DataSourceInstanceSettings } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { series } from '../../testing/frames.js';
import { draw, type World } from '../../testing/grafana.js';
import { AppPage } from './AppPage.js';

const source = (uid: string, type: string): Partial<DataSourceInstanceSettings> => ({
  uid,
  type,
  name: uid,
});
const PROMETHEUS = source('p', 'prometheus');
const LOGS = source('logs', 'gpuscope-logs-datasource');
const EVENTS = source('events', 'gpuscope-logs-datasource');
const TEMPO = source('tempo', 'tempo');
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
        query: expect.stringContaining('resource.service.name=~"$app"') as unknown,
      });
    }
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
