import { readSettings } from '@gpuscope/datasource/shared';
import { appSettings, givenSources, siteSources } from './sources.js';
import { syntheticSite } from './testing/site.js';

const site = syntheticSite();
const { logs: _logs, ...withoutLogs } = site;

describe('the data sources of a site', () => {
  it('are Prometheus, the lines and the events', () => {
    expect(siteSources(site).map(({ uid, type }) => [uid, type])).toEqual([
      ['prometheus', 'prometheus'],
      ['gpuscope-logs', 'gpuscope-logs-datasource'],
      ['gpuscope-events', 'gpuscope-logs-datasource'],
    ]);
    expect(appSettings(siteSources(site))).toEqual({
      metricsUid: 'prometheus',
      logsUid: 'gpuscope-logs',
      eventsUid: 'gpuscope-events',
    });
  });

  it('are fewer where there is less', () => {
    expect(siteSources(withoutLogs)).toHaveLength(1);
    expect(appSettings(siteSources(withoutLogs))).toEqual({ metricsUid: 'prometheus' });
    const { eventsIndex: _none, ...logs } = site.logs ?? { eventsIndex: '' };
    const noEvents = { ...withoutLogs, logs: logs as NonNullable<typeof site.logs> };
    expect(siteSources(noEvents).map(({ uid }) => uid)).toEqual(['prometheus', 'gpuscope-logs']);
  });

  it('take names that are nobody’s beside those of others, and are no default', () => {
    const given = givenSources(site);
    const own = new Set(siteSources(site).flatMap(({ uid, name }) => [uid, name]));
    for (const { uid, name, isDefault } of given) {
      expect(own.has(uid) || own.has(name)).toBe(false);
      expect(isDefault).toBe(false);
    }
    expect(Object.values(appSettings(given)).sort()).toEqual(given.map(({ uid }) => uid).sort());
  });

  it('have settings that the log source takes, and no address that Grafana would hand on to', () => {
    for (const { type, url, jsonData } of [...siteSources(site), ...givenSources(site)]) {
      if (type === 'prometheus') continue;
      expect(url).toBe('');
      expect(readSettings(jsonData)).toHaveProperty('value');
    }
  });

  it('ask the store itself where no file of the site can be read', () => {
    const lines = givenSources(site).find(({ uid }) => uid.endsWith('logs'));
    expect(lines?.jsonData).toMatchObject({
      setUp: 'here',
      nodes: ['http://127.0.0.1:9200'],
      index: 'logstash-*',
    });
  });
});
