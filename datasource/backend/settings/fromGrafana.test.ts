import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { fromGrafana } from './fromGrafana.js';
import { errorWith } from '../testing/matching.js';

const LEAST = { nodes: ['http://es:9200'], index: 'logs-*' };

describe('fromGrafana', () => {
  it('needs little, and is for a single tenant', () => {
    expect(fromGrafana(LEAST, {})).toEqual({
      store: { product: 'elasticsearch', nodes: ['http://es:9200'], auth: { kind: 'none' } },
      index: 'logs-*',
      cluster: { kind: 'only', cluster: '' },
      shape: 'auto',
      limits: { rangeMs: 31 * 86_400_000, lines: 10_000, perTenant: 8 },
      identity: DEFAULT_IDENTITY,
      hosts: new Map(),
      tenancy: { policy: { kind: 'everything' }, operators: [], services: new Map() },
      files: [],
    });
  });

  it('takes everything that may be set', () => {
    const settings = {
      ...LEAST,
      product: 'opensearch',
      auth: 'basic',
      user: 'gpuscope',
      caCertificate: 'PEM',
      clusterField: 'cluster',
      shape: 'kubesphere',
      limits: { rangeHours: 2, lines: 100, perTenant: 1 },
      prometheusUrl: 'http://prometheus:9090',
    } as const;
    expect(fromGrafana(settings, { password: 'p' })).toMatchObject({
      store: {
        product: 'opensearch',
        auth: { kind: 'basic', user: 'gpuscope', password: 'p' },
        ca: 'PEM',
      },
      cluster: { kind: 'field', field: 'cluster' },
      shape: 'kubesphere',
      limits: { rangeMs: 7_200_000, lines: 100, perTenant: 1 },
      prometheusUrl: 'http://prometheus:9090',
    });
    expect(fromGrafana({ ...LEAST, auth: 'apiKey' }, { apiKey: 'k' }).store.auth).toEqual({
      kind: 'apiKey',
      apiKey: 'k',
    });
  });

  it.each([
    [{}, ['nodes is empty', 'index is missing']],
    [{ ...LEAST, auth: 'basic' }, ['user is missing', 'the password is missing']],
    [{ ...LEAST, auth: 'apiKey' }, ['the API key is missing']],
    [{ ...LEAST, cluster: 'idc1', clusterField: 'cluster' }, ['can not both be set']],
  ] as const)('says all that is wrong with %j', (settings, problems) => {
    const load = (): unknown => fromGrafana(settings, {});
    expect(load).toThrow(errorWith('SETTINGS_INVALID'));
    for (const problem of problems) expect(load).toThrow(problem);
  });
});
