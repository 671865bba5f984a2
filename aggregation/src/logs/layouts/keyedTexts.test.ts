import fc from 'fast-check';
import type { Layout } from '../layout.js';
import { layoutsOf } from './layoutsOf.js';
import { spell, spellingOf, SPELLINGS } from './spelling.js';
import type { Mapping } from './testing.js';
import { capsOf, dynamicMapping } from './testing.js';

const NAME = 'app.kubernetes.io/name';

function layoutOf(mapping: Mapping, keys: readonly string[] = []): Layout {
  const base = { '@timestamp': 'date', log: 'text', 'kubernetes.pod_name': 'keyword' };
  const { layouts } = layoutsOf(capsOf({ synthetic: { ...base, ...mapping } }), {
    shape: 'auto',
    cluster: { kind: 'only', cluster: 'here' },
    keys,
  });
  const [layout] = layouts;
  if (layout === undefined) throw new Error('no layout');
  return layout;
}

/** Keywords under `kubernetes.labels`, with the objects above them. */
const labels = (...keys: readonly string[]): Mapping => ({
  'kubernetes.labels': 'object',
  ...Object.fromEntries(keys.map((key) => [`kubernetes.labels.${key}`, 'keyword'])),
});

describe('the field of a pod’s label', () => {
  it.each([
    ['dotted', labels(NAME), `kubernetes.labels.${NAME}`],
    ['dedotted', labels('app_kubernetes_io/name'), 'kubernetes.labels.app_kubernetes_io/name'],
    ['underscores', labels('app_kubernetes_io_name'), 'kubernetes.labels.app_kubernetes_io_name'],
    ['flattened', { 'kubernetes.labels': 'flattened' }, `kubernetes.labels.${NAME}`],
    ['flat_object', { 'kubernetes.labels': 'flat_object' }, `kubernetes.labels.${NAME}`],
  ])('%s', (_, mapping, exact) => {
    const layout = layoutOf(mapping);
    expect(layout.podLabel(NAME)?.exact).toBe(exact);
    expect(layout.identity.podLabel(NAME)).toBe(exact);
  });

  it('under default mapping is its sub-field', () => {
    const mapping = dynamicMapping([{ kubernetes: { labels: { [NAME]: 'x', tier: 'web' } } }]);
    const layout = layoutOf(mapping);
    expect(layout.podLabel(NAME)).toEqual({
      path: `kubernetes.labels.${NAME}`,
      exact: `kubernetes.labels.${NAME}.keyword`,
      text: `kubernetes.labels.${NAME}`,
      type: 'keyword',
    });
    expect(layout.podLabel('tier')?.exact).toBe('kubernetes.labels.tier.keyword');
  });

  it('that no record has is a field that no record has, in the spelling of the others', () => {
    expect(layoutOf(labels('app_kubernetes_io/name')).podLabel('example.com/team')).toEqual({
      path: 'kubernetes.labels.example_com/team',
      exact: 'kubernetes.labels.example_com/team',
      type: 'unmapped',
    });
  });

  it('whose name an object took is a field that no record has', () => {
    const mapping = { ...labels(NAME), 'kubernetes.labels.app': 'object' };
    const field = layoutOf(mapping).podLabel('app');
    expect(field).toMatchObject({ type: 'unmapped' });
    expect(Object.keys(mapping)).not.toContain(field?.exact);
  });

  it('whose name an object took, in a store that does not list objects', () => {
    const field = layoutOf({ [`kubernetes.labels.app.kubernetes.io/name`]: 'keyword' }).podLabel(
      'app',
    );
    expect([field?.type, field?.exact]).toEqual(['unmapped', 'kubernetes.labels.app.keyword']);
  });

  it('whose name an object took is the value that was written beside it', () => {
    const mapping = {
      ...labels(NAME),
      'kubernetes.labels.app': 'object',
      'kubernetes.labels.app.value': 'keyword',
    };
    expect(layoutOf(mapping).podLabel('app')?.exact).toBe('kubernetes.labels.app.value');
  });

  it('that is text only is not exact', () => {
    const layout = layoutOf({ 'kubernetes.labels': 'object', 'kubernetes.labels.app': 'text' });
    expect(layout.podLabel('app')).toMatchObject({ path: 'kubernetes.labels.app', type: 'text' });
    expect(layout.identity.podLabel('app')).toBeUndefined();
  });

  it('is not known where the records hold none', () => {
    expect(layoutOf({}).podLabel('app')).toBeUndefined();
    expect(layoutOf(labels('app')).podLabel('')).toBeUndefined();
  });

  it('is not known where it is spelled in two ways at once', () => {
    const layout = layoutOf(labels(NAME, 'app_kubernetes_io/name', 'tier'));
    expect(layout.podLabel(NAME)).toBeUndefined();
    expect(layout.podLabel('tier')?.exact).toBe('kubernetes.labels.tier');
  });

  it('is not known where two keys that are asked for would share it', () => {
    const mapping = labels('app_kubernetes_io/name', 'job_name');
    const layout = layoutOf(mapping, ['job.name', 'job_name', NAME]);
    expect(layout.podLabel('job.name')).toBeUndefined();
    expect(layout.podLabel('job_name')).toBeUndefined();
    expect(layout.podLabel(NAME)?.exact).toBe('kubernetes.labels.app_kubernetes_io/name');
    expect(layoutOf(mapping).podLabel('job_name')?.exact).toBe('kubernetes.labels.job_name');
  });

  it('is apart from annotations and from the namespace’s labels', () => {
    const layout = layoutOf({
      ...labels('app'),
      'kubernetes.annotations.note': 'keyword',
      'kubernetes.namespace_labels.team': 'keyword',
    });
    expect(layout.podAnnotation('note')?.exact).toBe('kubernetes.annotations.note');
    expect(layout.identity.namespaceLabel('team')).toBe('kubernetes.namespace_labels.team');
    expect(layout.identity.namespaceAnnotation('team')).toBeUndefined();
  });

  it('is where OpenTelemetry’s k8sattributes puts it', () => {
    const path = `resource.attributes.k8s.pod.label.${NAME}`;
    const layout = layoutOf({
      'body.text': 'text',
      'kubernetes.pod_name': 'unmapped',
      [path]: 'keyword',
    });
    expect(layout.shape).toBe('otel');
    expect(layout.identity.podLabel(NAME)).toBe(path);
  });
});

/** Labels' keys as Kubernetes allows them. */
const segments = fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/u);
const domains = fc.array(segments, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'));
const keys = fc.tuple(domains, segments).map(([domain, name]) => `${domain}/${name}`);

describe('spelling', () => {
  it('is told by any key with a domain that was written with dots, or without', () => {
    fc.assert(
      fc.property(keys, fc.constantFrom('dotted', 'dedotted'), (key, spelling) => {
        expect(spellingOf(spell(key, spelling))).toBe(spelling);
      }),
    );
  });

  it('finds any label of the records again, in each spelling', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(keys, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...SPELLINGS),
        (all, spelling) => {
          const known = [NAME, ...all];
          const spelled = [...new Set(known.map((key) => spell(key, spelling)))];
          fc.pre(spelled.length === known.length);
          const layout = layoutOf(labels(...spelled));
          for (const key of known) {
            expect(layout.identity.podLabel(key)).toBe(`kubernetes.labels.${spell(key, spelling)}`);
          }
        },
      ),
    );
  });
});
