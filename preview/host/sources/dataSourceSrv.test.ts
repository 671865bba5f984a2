import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import { PreviewTemplates } from '../template/templateSrv.js';
import { PreviewSources } from './dataSourceSrv.js';

interface Spec {
  readonly uid: string;
  readonly type: string;
  readonly isDefault?: boolean;
  readonly can: object;
}

const settings = ({ uid, type, isDefault = false, can }: Spec) =>
  ({
    uid,
    type,
    name: `The ${uid}`,
    isDefault,
    meta: { id: type, ...can },
  }) as unknown as DataSourceInstanceSettings;

const ALL = [
  settings({ uid: 'logs', type: 'app-logs', can: { logs: true, metrics: true } }),
  settings({ uid: 'events', type: 'app-logs', can: { logs: true } }),
  settings({ uid: 'prom', type: 'prometheus', isDefault: true, can: { metrics: true } }),
];

function sources() {
  const made: string[] = [];
  const construct = ({ uid }: DataSourceInstanceSettings) => {
    made.push(uid);
    if (uid === 'events') return Promise.reject(new Error('module.js answers 404'));
    return Promise.resolve({ uid } as DataSourceApi);
  };
  return { all: new PreviewSources(ALL, construct, new PreviewTemplates()), made };
}

const scoped = { metrics: { text: '', value: 'logs' } };

describe('finding a source', () => {
  const uidOf = (ref?: Parameters<PreviewSources['getInstanceSettings']>[0]) =>
    sources().all.getInstanceSettings(ref)?.uid;

  it.each([
    ['its uid', 'logs', 'logs'],
    ['its name', 'The logs', 'logs'],
    ['a reference', { type: 'app-logs', uid: 'events' }, 'events'],
    ['a type alone', { type: 'app-logs' }, 'logs'],
    ['the word default', 'default', 'prom'],
    ['nothing', undefined, 'prom'],
    ['null', null, 'prom'],
  ])('by %s', (_, ref, uid) => {
    expect(uidOf(ref)).toBe(uid);
  });

  it('knows none by another name', () => {
    expect(uidOf('loki')).toBeUndefined();
  });

  it('fills in a variable, and goes on to call it by the variable', () => {
    const found = sources().all.getInstanceSettings('${metrics}', scoped);
    expect(found).toMatchObject({ uid: '${metrics}', rawRef: { uid: 'logs' } });
  });
});

describe('asking for a source', () => {
  it('makes each once', async () => {
    const { all, made } = sources();
    await Promise.all([all.get('prom'), all.get('The prom'), all.get('$metrics', scoped)]);
    expect(made).toEqual(['prom', 'logs']);
  });

  it('tries again where its plugin could not be loaded', async () => {
    const { all, made } = sources();
    await expect(all.get('events')).rejects.toThrow('404');
    await expect(all.get('events')).rejects.toThrow('404');
    expect(made).toEqual(['events', 'events']);
  });

  it('says which there are when there is none of that name', async () => {
    await expect(sources().all.get('loki')).rejects.toThrow(/"loki".*logs, events, prom/);
  });

  it('finds those that a plugin registered as it runs', async () => {
    const { all } = sources();
    const dataSource = { uid: 'own' };
    all.registerRuntimeDataSource({ dataSource: dataSource as never });
    expect(await all.get({ uid: 'own' })).toBe(dataSource);
  });
});

describe('listing sources', () => {
  const uids = (filters: Parameters<PreviewSources['getList']>[0]) =>
    sources()
      .all.getList(filters)
      .map(({ uid }) => uid);

  it('is by name', () => {
    expect(uids({})).toEqual(['events', 'logs', 'prom']);
  });

  it.each([
    [{ metrics: true }, ['logs', 'prom']],
    [{ logs: true }, ['events', 'logs']],
    [{ type: 'prometheus' }, ['prom']],
    [{ type: ['prometheus', 'loki'] }, ['prom']],
    [{ pluginId: 'app-logs', metrics: true }, ['logs']],
    [{ tracing: true }, []],
    [{ filter: ({ uid }: DataSourceInstanceSettings) => uid !== 'prom' }, ['events', 'logs']],
  ])('of those that fit %j', (filters, expected) => {
    expect(uids(filters)).toEqual(expected);
  });
});
