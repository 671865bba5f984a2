import { DEFAULT_IDENTITY } from '../../identity/index.js';
import { layoutsOf } from '../layouts/index.js';
import type { Mapping } from '../layouts/testing.js';
import { capsOf, dynamicMapping } from '../layouts/testing.js';
import { readRecord } from '../read/index.js';
import type { JsonValue } from '../record.js';
import { namingPaths, recordNamer } from './recordNamer.js';

const CLUSTER = { kind: 'only', cluster: 'synthetic' } as const;
const HOSTS = new Map([['gpu-vm-*', { tenant: 'risk', app: 'ocr', user: 'li.wei' }]]);
const NAMING = { rules: DEFAULT_IDENTITY, hosts: HOSTS };

const FLUENT_BIT: Mapping = {
  '@timestamp': 'date',
  log: 'text',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.namespace_name': 'keyword',
  'kubernetes.labels': 'flattened',
  'kubernetes.annotations': 'flattened',
  'gpuscope.app': 'keyword',
  'gpuscope.user': 'keyword',
};

type Source = Readonly<Record<string, JsonValue>>;

function named(mapping: Mapping, source: Source, naming = NAMING) {
  const caps = capsOf({ logs: mapping });
  const [layout] = layoutsOf(caps, { shape: 'auto', cluster: CLUSTER }).layouts;
  if (layout === undefined) throw new Error('no layout');
  const hit = {
    index: 'logs',
    id: '1',
    source: { '@timestamp': '2026-11-21T08:00:00Z', ...source },
    sort: [],
  };
  const record = readRecord(hit, layout, CLUSTER, { columns: [], maxLineChars: 1000 });
  const { app, user } = recordNamer(layout, naming)(record, hit);
  return { app, user, paths: namingPaths(layout, naming) };
}

const pod = (more: Source, name = 'bert-7d4b9c6f5-x2x9p'): Source => ({
  log: 'x\n',
  kubernetes: { pod_name: name, namespace_name: 'team', ...more },
});

describe('the app and user that a line is shown with', () => {
  it('come from labels and annotations, in the order of the rules', () => {
    const labels = { app: 'web', 'app.kubernetes.io/name': 'shop' };
    const annotations = { 'kubesphere.io/creator': 'li.wei' };
    expect(named(FLUENT_BIT, pod({ labels, annotations }))).toMatchObject({
      app: 'shop',
      user: 'li.wei',
    });
  });

  it('come from what was written at index time first', () => {
    const source = { ...pod({ labels: { app: 'web' } }), gpuscope: { app: 'written' } };
    expect(named(FLUENT_BIT, source).app).toBe('written');
  });

  it('are told from the pod’s name where no label says it', () => {
    expect(named(FLUENT_BIT, pod({})).app).toBe('bert');
    expect(named(FLUENT_BIT, pod({}, 'web-0')).app).toBe('web');
  });

  it('come through patterns', () => {
    const labels = { 'ray.io/cluster': 'tune-raycluster-ab12c' };
    expect(named(FLUENT_BIT, pod({ labels })).app).toBe('tune');
  });

  it('stay empty where a rule that can’t be answered might have given one', () => {
    const rules = {
      ...DEFAULT_IDENTITY,
      app: [
        { from: 'namespace.label', key: 'team' },
        { from: 'pod.label', key: 'app' },
      ] as const,
    };
    const found = named(FLUENT_BIT, pod({ labels: { app: 'web' } }), { rules, hosts: HOSTS });
    expect(found.app).toBe('');
  });

  it('are a machine’s by the host registry', () => {
    const source = {
      MESSAGE: 'x',
      _HOSTNAME: 'gpu-vm-7',
      PRIORITY: '6',
      _SYSTEMD_UNIT: 'ocr.service',
    };
    const mapping = dynamicMapping([{ '@timestamp': '2026-11-21T08:00:00Z', ...source }]);
    expect(named(mapping, source)).toMatchObject({ app: 'ocr', user: 'li.wei' });
  });

  it('of a machine stay empty where a rule that the record doesn’t answer might have given one', () => {
    const source = {
      MESSAGE: 'x',
      _HOSTNAME: 'gpu-vm-7',
      PRIORITY: '6',
      _SYSTEMD_UNIT: 'a.service',
    };
    const mapping = dynamicMapping([{ '@timestamp': '2026-11-21T08:00:00Z', ...source }]);
    const rules = {
      ...DEFAULT_IDENTITY,
      user: [{ from: 'process.user' }, { from: 'host' }] as const,
    };
    expect(named(mapping, source, { rules, hosts: HOSTS })).toMatchObject({ app: 'ocr', user: '' });
  });

  it('need only the fields that rules read', () => {
    const { paths } = named(FLUENT_BIT, pod({}));
    expect(paths).toContain('kubernetes.labels.app.kubernetes.io/name');
    expect(paths).toContain('kubernetes.annotations.kubesphere.io/creator');
    expect(paths).not.toContain('kubernetes.labels');
  });
});
