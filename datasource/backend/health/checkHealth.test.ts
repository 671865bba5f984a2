import { GpuscopeError, say } from '@gpuscope/aggregation';
import { createPlugin } from '../handlers/createPlugin.js';
import type { LogStore } from '../stores/port.js';
import { contextOf, NEVER } from '../testing/contexts.js';
import type { FakeStoreOptions } from '../testing/fakeStore.js';
import { capsOf, fakeStore, FLUENT_BIT_CAPS } from '../testing/fakeStore.js';
import { memoryLog } from '../testing/memoryLog.js';
import type { CheckJson } from '@gpuscope/datasource/shared';

const BASIC = { nodes: ['http://127.0.0.1:9200'], index: 'logs-*', cluster: 'idc1' };

interface Given {
  readonly role?: string;
  readonly jsonData?: unknown;
  readonly healthMs?: number;
}

async function health(
  options: FakeStoreOptions = {},
  { role = 'Admin', jsonData = BASIC, healthMs = 20_000 }: Given = {},
) {
  const plugin = createPlugin({
    version: '0.1.0',
    pluginFolder: '/nowhere',
    env: {},
    log: memoryLog(),
    createStore: () => fakeStore(options),
    timing: { healthMs },
  });
  const result = await plugin.checkHealth(contextOf({ role, jsonData }), {}, NEVER);
  const details = (result.details ?? { checks: [], verboseMessage: '' }) as {
    readonly checks?: readonly CheckJson[];
    readonly verboseMessage: string;
  };
  const { checks = [] } = details;
  const of = (state: CheckJson['state']): readonly string[] =>
    checks.filter((check) => check.state === state).map(({ text }) => text);
  return { ...result, ...details, checks, of };
}

const LABELLED = capsOf({
  '@timestamp': 'date',
  log: 'text',
  'kubernetes.namespace_name': 'keyword',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.host': 'keyword',
  'kubernetes.labels': 'object',
  'kubernetes.labels.app': 'keyword',
});

const down = (code: 'STORE_UNREACHABLE' | 'STORE_TLS' | 'STORE_REFUSED', message: string) => () =>
  Promise.reject(new GpuscopeError(code, message));

const about = (clockSkewMs: number) => () =>
  Promise.resolve({
    product: 'OpenSearch',
    version: '2.19.0',
    dialect: { product: 'opensearch', major: 2, minor: 19 } as const,
    clockSkewMs,
  });

describe('what an administrator is told', () => {
  it('is everything that was found, where all is well', async () => {
    const { status, message, of, verboseMessage } = await health({ caps: LABELLED });
    expect([status, message]).toEqual(['ok', 'Logs can be asked for.']);
    const well = of('ok').join('\n');
    expect(well).toContain('Elasticsearch 8.19.0 answers at http://127.0.0.1:9200.');
    expect(well).toContain('logs-* names 1 index (logs-1).');
    expect(well).toContain('Records are written as fluent-bit (1 index: logs-1).');
    expect(well).toContain('clock');
    expect(of('info').join('\n')).toMatch(/no level: volume by level is estimated/);
    expect(of('info').join('\n')).toMatch(/whoever may open this data source sees all/);
    expect(verboseMessage).toContain('✓ Elasticsearch 8.19.0');
  });

  it.each([
    ['ahead of', 61_000, '61.0 s ahead of'],
    ['behind', -6000, '6.0 s behind'],
  ])('names a clock that is %s ours, and how to mend it', async (_, skew, words) => {
    const { status, of, verboseMessage } = await health({ about: about(skew) });
    expect(status).toBe('ok');
    expect(of('warning').join()).toContain(words);
    expect(verboseMessage).toContain('NTP');
  });

  it.each([
    ['STORE_UNREACHABLE', 'nobody answers', 'firewalls'],
    ['STORE_TLS', 'self-signed certificate', 'authority'],
    ['STORE_REFUSED', 'wrong password', 'password or API key'],
  ] as const)('names %s and how to mend it', async (code, message, remedy) => {
    const { status, message: said, verboseMessage } = await health({ about: down(code, message) });
    expect(status).toBe('error');
    expect(said).toBe(`The store: ${code}: ${message}`);
    expect(verboseMessage).toContain(remedy);
  });

  it('names an index pattern that fits nothing', async () => {
    const { status, message, verboseMessage } = await health({ caps: capsOf({}, []) });
    expect(status).toBe('error');
    expect(message).toMatch(/INDEX_NOT_FOUND: no index fits the pattern logs-\*/);
    expect(verboseMessage).toContain('_cat/indices');
  });

  it('names fields that can’t be asked exactly', async () => {
    const fields = new Map(FLUENT_BIT_CAPS.fields);
    fields.set('kubernetes.namespace_name', [
      { type: 'text', searchable: true, aggregatable: false },
    ]);
    const { of, verboseMessage } = await health({ caps: { ...FLUENT_BIT_CAPS, fields } });
    expect(of('warning').join()).toMatch(/kubernetes\.namespace_name/);
    expect(verboseMessage).toContain('index template');
  });

  it('names settings that are wrong, and passwords that go in the open', async () => {
    const wrong = await health({}, { jsonData: { nodes: [] } });
    expect([wrong.status, wrong.message]).toEqual([
      'error',
      expect.stringMatching(/^The settings: SETTINGS_INVALID: nodes is empty/),
    ]);
    const open = await health({}, { jsonData: { ...BASIC, auth: 'apiKey' } });
    expect(open.message).toMatch(/the API key is missing/);
  });

  it('says that the store hangs beside all that is well', async () => {
    const about: LogStore['about'] = (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new GpuscopeError('CANCELLED', 'stopped')));
      });
    const { status, message, of } = await health({ about, caps: LABELLED }, { healthMs: 200 });
    expect(status).toBe('error');
    expect(message).toMatch(/^The store: STORE_TIMEOUT/);
    expect(of('error')).toHaveLength(1);
    expect(of('ok').join('\n')).toContain('Records are written as fluent-bit');
  });

  it('says what the store is and is not, where the settings say something else', async () => {
    const known = { product: 'OpenSearch', version: '2.19.0' } as const;
    const notice = say('store.otherProduct', { named: 'Elasticsearch', found: 'OpenSearch' });
    const dialect = { product: 'opensearch', major: 2, minor: 19 } as const;
    const about = () => Promise.resolve({ ...known, dialect, notices: [notice] });
    const { of } = await health({ about });
    expect(of('info')).toContain(notice.text);
  });

  it('says that the metrics do not answer, without calling that an error', async () => {
    const jsonData = { ...BASIC, prometheusUrl: 'http://127.0.0.1:1' };
    const { status, of } = await health({}, { jsonData });
    expect(status).toBe('ok');
    expect(of('warning').join()).toMatch(/Prometheus can't be asked.*SOURCE_UNREACHABLE/);
  });
});

describe('what others are told', () => {
  it('is that all is well', async () => {
    expect(await health({}, { role: 'Viewer' })).toMatchObject({
      status: 'ok',
      message: 'Logs can be asked for.',
      checks: [],
    });
  });

  it('is nothing of the store’s address, nor of what is wrong with it', async () => {
    const result = await health(
      { about: down('STORE_UNREACHABLE', 'nobody answers at http://10.1.2.3:9200') },
      { role: 'Editor' },
    );
    expect(result.status).toBe('error');
    expect(result.message).toContain('STORE_UNREACHABLE');
    expect(JSON.stringify(result)).not.toContain('10.1.2.3');
  });
});
