import type { DataSourceInstanceSettings } from '@grafana/data';
import { sourcesOf } from './useSources.js';

const source = (uid: string, type: string, isDefault = false) =>
  ({ uid, type, name: uid, isDefault }) as DataSourceInstanceSettings;

const first = source('p1', 'prometheus');
const standard = source('p2', 'prometheus', true);
const logs = source('l1', 'gpuscope-logs-datasource');
const events = source('l2', 'gpuscope-logs-datasource');
const tempo = source('t1', 'tempo');
const all = [first, standard, events, logs, tempo];

describe('sourcesOf', () => {
  it('takes what the settings choose', () => {
    const chosen = sourcesOf(all, {
      metricsUid: 'p1',
      logsUid: 'l1',
      eventsUid: 'l2',
      tracesUid: 't1',
    });
    expect(chosen).toMatchObject({ metrics: first, logs, events, traces: tempo });
  });

  it('takes the default, else the first, where nothing is chosen or the choice is gone', () => {
    expect(sourcesOf(all, {})).toMatchObject({ metrics: standard, logs: events });
    expect(sourcesOf(all, { metricsUid: 'gone' }).metrics).toBe(standard);
    expect(sourcesOf([first], {}).metrics).toBe(first);
  });

  it('does not take the events for logs', () => {
    expect(sourcesOf(all, { eventsUid: 'l2' }).logs).toBe(logs);
    expect(sourcesOf([events], { eventsUid: 'l2' }).logs).toBeUndefined();
  });

  it('guesses neither events nor traces, and no choice of another kind', () => {
    expect(sourcesOf(all, {})).toMatchObject({ events: undefined, traces: undefined });
    expect(sourcesOf(all, { tracesUid: 'p1' }).traces).toBeUndefined();
  });

  it('knows of none where there is none', () => {
    expect(sourcesOf([], {})).toMatchObject({ metrics: undefined, logs: undefined, all: [] });
  });
});
