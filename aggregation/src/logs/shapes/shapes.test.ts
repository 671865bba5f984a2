import { inEnglish } from '../../said/index.js';
import type { Layout, Role } from '../layout.js';
import { ROLES, SHAPE_NAMES } from '../layout.js';
import { layoutsOf } from '../layouts/index.js';
import { capsOf } from '../layouts/testing.js';
import type { Mapping } from '../layouts/testing.js';
import { readRecord } from '../read/index.js';
import { HERE, hitOf } from '../read/testing.js';
import type { ShapeTable } from './index.js';
import { SHAPES, shapeNamed } from './index.js';

/** The least that a shape is known by: the first field of each of its lists. */
function least(shape: ShapeTable): Mapping {
  const paths = shape.needs.map(([first = '']) => first);
  return Object.fromEntries(paths.map((path) => [path, typeOf(path)]));
}

const typeOf = (path: string) => (path.startsWith('@') ? 'date' : 'keyword');

const indexOf = ({ index, name }: ShapeTable) =>
  index === undefined ? `synthetic-${name}` : 'ks-logstash-log-2026.11.21';

function layoutOf(shape: ShapeTable, mapping: Mapping): Layout {
  const caps = capsOf({ [indexOf(shape)]: mapping });
  const options = { shape: shape.name, cluster: HERE } as const;
  const { layouts, problems } = layoutsOf(caps, options);
  const [layout] = layouts;
  if (layout === undefined) throw new Error(inEnglish(problems));
  return layout;
}

interface Place {
  readonly shape: ShapeTable;
  readonly role: Role;
  readonly path: string;
}

const PLACES: readonly Place[] = SHAPES.flatMap((shape) =>
  ROLES.flatMap((role) => (shape.roles[role] ?? []).map((path) => ({ shape, role, path }))),
);

/** What a role's field holds here, and where it stands in a record. */
const SAMPLES: Readonly<Partial<Record<Role, readonly [string, string]>>> = {
  namespace: ['team-web', 'namespace'],
  pod: ['web-0', 'pod'],
  container: ['app', 'container'],
  node: ['gpu-3', 'host'],
  host: ['gpu-vm-7', 'host'],
  unit: ['ocr.service', 'unit'],
  stream: ['stderr', 'stream'],
  traceId: ['4bf9', 'traceId'],
  spanId: ['00f0', 'spanId'],
  app: ['ocr', 'app'],
  user: ['li.wei', 'user'],
  message: ['a line of text', 'line'],
};

describe('the table of shapes', () => {
  it('has every shape once', () => {
    expect(SHAPES.map(({ name }) => name).sort()).toEqual([...SHAPE_NAMES].sort());
    for (const name of SHAPE_NAMES) expect(shapeNamed(name).name).toBe(name);
  });

  it.each(SHAPES)('knows $name by the least that it needs', (shape) => {
    const caps = capsOf({ [indexOf(shape)]: least(shape) });
    const { layouts } = layoutsOf(caps, { shape: 'auto', cluster: HERE });
    expect(layouts.map((layout) => layout.shape)).toEqual([shape.name]);
  });

  it.each(SHAPES)('does not know $name when one thing is missing', (shape) => {
    for (const [path] of Object.entries(least(shape))) {
      const rest = Object.entries(least(shape)).filter(([name]) => name !== path);
      const caps = capsOf({ [indexOf(shape)]: Object.fromEntries(rest) });
      const { layouts } = layoutsOf(caps, { shape: shape.name, cluster: HERE });
      expect([path, layouts]).toEqual([path, []]);
    }
  });

  it.each(SHAPES)('$name has a time, a line, and somebody whose line it is', ({ roles }) => {
    expect(roles.time?.length).toBeGreaterThan(0);
    expect(roles.message?.length).toBeGreaterThan(0);
    expect((roles.namespace ?? roles.host)?.length).toBeGreaterThan(0);
  });
});

describe.each(SHAPES)('$name', (shape) => {
  const places = PLACES.filter((place) => place.shape === shape);

  it.each(places)('$role may be in $path, which is then asked or read', ({ role, path }) => {
    const layout = layoutOf(shape, { ...least(shape), [path]: 'keyword' });
    const asked = layout.roles[role]?.path;
    const read = layout.fallbacks?.[role] ?? [];
    expect([asked, ...read]).toContain(path);
    expect(layout.roles[role]?.exact).toBe(asked);
  });

  it.each(places.filter(({ role }) => role in SAMPLES))(
    '$role is read from $path, nested or not',
    ({ role, path }) => {
      const [value, name] = SAMPLES[role] ?? ['', 'line'];
      const layout = layoutOf(shape, { ...least(shape), [path]: 'keyword' });
      const options = { columns: [], maxLineChars: 100 };
      const nested = path
        .split('.')
        .reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
      for (const source of [{ [path]: value }, nested as Record<string, never>]) {
        const record = readRecord(hitOf(source, indexOf(shape)), layout, HERE, options);
        expect(record[name as keyof typeof record]).toBe(value);
      }
    },
  );

  it('asks the best field of each role where all are there', () => {
    const all = Object.fromEntries(places.map(({ path }) => [path, 'keyword']));
    const { roles } = layoutOf(shape, { ...all, ...least(shape) });
    for (const role of ROLES)
      expect([role, roles[role]?.path]).toEqual([role, shape.roles[role]?.[0]]);
  });
});

const ofPods = SHAPES.filter(({ podLabels }) => podLabels !== undefined);

type Texts = 'podLabels' | 'podAnnotations' | 'namespaceLabels' | 'namespaceAnnotations';

const bases = (texts: Texts) =>
  ofPods.flatMap((shape) =>
    (shape[texts] ?? []).map(({ base }) => ({ shape, name: shape.name, base })),
  );

const withKey = (shape: ShapeTable, path: string) =>
  layoutOf(shape, { ...least(shape), [path]: 'keyword' });

describe('texts by key', () => {
  it.each(bases('podLabels'))('$name: a pod’s labels are under $base', ({ shape, base }) => {
    const path = `${base}.app.kubernetes.io/name`;
    const layout = withKey(shape, path);
    expect(layout.identity.podLabel('app.kubernetes.io/name')).toBe(path);
    expect(layout.podAnnotation('app.kubernetes.io/name')).toBeUndefined();
  });

  it.each(bases('podAnnotations'))('$name: its annotations under $base', ({ shape, base }) => {
    const path = `${base}.example.com/submitted-by`;
    const layout = withKey(shape, path);
    expect(layout.identity.podAnnotation('example.com/submitted-by')).toBe(path);
    expect(layout.podLabel('example.com/submitted-by')).toBeUndefined();
  });

  it.each(bases('namespaceLabels'))('$name: its namespace’s under $base', ({ shape, base }) => {
    const path = `${base}.kubesphere.io/workspace`;
    expect(withKey(shape, path).identity.namespaceLabel('kubesphere.io/workspace')).toBe(path);
  });

  it.each(bases('namespaceAnnotations'))('$name: and under $base', ({ shape, base }) => {
    const path = `${base}.kubesphere.io/creator`;
    expect(withKey(shape, path).identity.namespaceAnnotation('kubesphere.io/creator')).toBe(path);
  });
});
