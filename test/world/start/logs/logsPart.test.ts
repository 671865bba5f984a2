import { createParts } from '../parts.js';
import type { SiteLogs } from '../site.js';
import { bringLogsPart, type BringingLogs } from './logsPart.js';

const told: (readonly [string, string, string | undefined])[] = [];

const SITE_LOGS: SiteLogs = {
  log: {
    until: function* () {
      // nobody logs
    },
    pod: () => undefined,
  },
  events: { until: () => [] },
  fromMs: 0,
  siteMs: () => 0,
  ourMs: (ms) => ms,
  identity: {},
  cluster: 'demo',
};

const bring = (change: Partial<BringingLogs>) =>
  bringLogsPart({
    options: { logs: true },
    parts: createParts({
      tell: (name, state, note) => void told.push([name, state, note]),
      line: () => undefined,
    }),
    folder: '/nowhere',
    ends: [],
    site: { logs: SITE_LOGS },
    prometheus: { url: 'http://127.0.0.1:1' },
    store: undefined,
    ...change,
  });

beforeEach(() => {
  told.length = 0;
});

describe('the logs of the site', () => {
  it('are done without where this machine can have no store, and the page says why', async () => {
    const store = Promise.reject(new Error('OpenSearch needs Java 17 or newer'));
    expect(await bring({ store })).toBeUndefined();
    expect(told[0]).toEqual(['App logs', 'starting', undefined]);
    expect(told.at(-1)).toEqual([
      'App logs',
      'failed',
      'goes on without (--no-logs leaves them out): OpenSearch needs Java 17 or newer',
    ]);
  });

  it.each([
    ['they are not wanted', { options: { logs: false } }, '--no-logs'],
    ['nobody knows them', { site: {} }, 'nobody knows'],
  ] as const)('are left out where %s, which is said', async (_what, change, words) => {
    expect(await bring(change)).toBeUndefined();
    expect(told).toEqual([['App logs', 'failed', expect.stringContaining(words)]]);
  });
});
