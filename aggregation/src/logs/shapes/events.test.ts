import type { Layout } from '../layout.js';
import { layoutsOf } from '../layouts/index.js';
import { capsOf, type Mapping } from '../layouts/testing.js';
import { readRecord } from '../read/index.js';
import { HERE, hitOf } from '../read/testing.js';
import { sourcePaths } from '../read/sourcePaths.js';
import { matchesWords, wordsClause } from '../words/index.js';

const MAPPING: Mapping = {
  lastTimestamp: 'date',
  type: 'keyword',
  reason: 'keyword',
  message: 'text',
  'involvedObject.name': 'keyword',
  'involvedObject.namespace': 'keyword',
  'involvedObject.labels.app_kubernetes_io/name': 'keyword',
  'source.host': 'keyword',
};

function layoutOf(mapping: Mapping): Layout {
  const { layouts } = layoutsOf(capsOf({ 'synthetic-events': mapping }), {
    shape: 'auto',
    cluster: HERE,
  });
  const [layout] = layouts;
  if (layout === undefined) throw new Error('no shape was found');
  return layout;
}

const event = (more: Record<string, never> | object = {}) =>
  hitOf(
    {
      lastTimestamp: '2026-11-21T08:00:00Z',
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off restarting failed container main',
      involvedObject: { kind: 'Pod', namespace: 'search', name: 'ranker-0' },
      source: { component: 'kubelet', host: 'gpu-node-2' },
      ...more,
    },
    'synthetic-events',
  );

const dialect = { product: 'opensearch', major: 2, minor: 19 } as const;

const OPTIONS = { columns: [], maxLineChars: 1000 };

describe('Kubernetes events', () => {
  const layout = layoutOf(MAPPING);

  it('are known by their fields', () => {
    expect(layout.shape).toBe('events');
  });

  it('read as reason and message, of the pod that they are about', () => {
    expect(readRecord(event(), layout, HERE, OPTIONS)).toMatchObject({
      line: 'BackOff: Back-off restarting failed container main',
      level: 'warning',
      levelFrom: 'field',
      namespace: 'search',
      pod: 'ranker-0',
      host: 'gpu-node-2',
      timeNs: 1_795_248_000_000_000_000n,
    });
  });

  it.each([
    ['Normal', 'info'],
    ['Warning', 'warning'],
  ])('of type %s are %s', (type, level) => {
    expect(readRecord(event({ type }), layout, HERE, OPTIONS).level).toBe(level);
  });

  it('without a reason are their message', () => {
    const { line } = readRecord(event({ reason: '' }), layout, HERE, OPTIONS);
    expect(line).toBe('Back-off restarting failed container main');
  });

  it('need no more of the record than is fetched', () => {
    expect(sourcePaths(layout, [])).toEqual(expect.arrayContaining(['reason', 'message', 'type']));
  });

  it('are found by words of the reason and of the message', () => {
    const clause = JSON.stringify(wordsClause('backoff', layout, { dialect }));
    expect(clause).toContain('"reason"');
    expect(clause).toContain('"message"');
    const { line } = readRecord(event(), layout, HERE, OPTIONS);
    expect(matchesWords('backoff restarting', line)).toBe(true);
  });

  it('name their app by the labels of the pod', () => {
    expect(layout.podLabel('app.kubernetes.io/name')?.exact).toBe(
      'involvedObject.labels.app_kubernetes_io/name',
    );
  });

  it('of the newer interface are read the same way', () => {
    const newer = layoutOf({
      deprecatedLastTimestamp: 'date',
      type: 'keyword',
      reason: 'keyword',
      note: 'text',
      'regarding.name': 'keyword',
      'regarding.namespace': 'keyword',
    });
    const hit = hitOf(
      {
        deprecatedLastTimestamp: '2026-11-21T08:00:00Z',
        type: 'Normal',
        reason: 'Started',
        note: 'Started container main',
        regarding: { kind: 'Pod', namespace: 'search', name: 'ranker-0' },
      },
      'synthetic-events',
    );
    expect(readRecord(hit, newer, HERE, OPTIONS)).toMatchObject({
      line: 'Started: Started container main',
      level: 'info',
      pod: 'ranker-0',
    });
  });
});
