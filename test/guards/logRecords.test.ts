import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inEnglish } from '@gpuscope/aggregation';
import type { ClusterSource, Hit, LogRecord, ShapeName } from '@gpuscope/aggregation/logs';
import { layoutsOf, readRecord, SHAPE_NAMES, sourcePaths } from '@gpuscope/aggregation/logs';
import { capsOf, dynamicMapping } from '../../aggregation/src/logs/layouts/testing.js';
import { repositoryRoot } from '../servers/repository.js';

type Source = Hit['source'];

const HERE: ClusterSource = { kind: 'only', cluster: 'here' };

/** The record that a shape's page shows. */
function documented(shape: ShapeName): Source {
  const page = readFileSync(join(repositoryRoot(), `docs/logs/shapes/${shape}.md`), 'utf8');
  const example = /```json\n([^]*?)```/.exec(page)?.[1] ?? '';
  return JSON.parse(example) as Source;
}

const indexOf = (shape: ShapeName): string =>
  shape === 'kubesphere' ? 'ks-logstash-log-2026.11.21' : `synthetic-${shape}-2026.11.21`;

function found(shape: ShapeName) {
  const caps = capsOf({ [indexOf(shape)]: dynamicMapping([documented(shape)]) });
  const { layouts, problems } = layoutsOf(caps, { shape: 'auto', cluster: HERE });
  const [layout] = layouts;
  if (layout === undefined) throw new Error(inEnglish(problems));
  return layout;
}

function readBack(shape: ShapeName): LogRecord {
  const hit = { index: indexOf(shape), id: '1', source: documented(shape), sort: [] };
  return readRecord(hit, found(shape), HERE, { columns: [], maxLineChars: 1000 });
}

const LABELLED: readonly ShapeName[] = ['fluent-bit', 'ecs', 'otel'];
const LEVELLED: readonly ShapeName[] = ['ecs', 'otel', 'journald', 'syslog'];
const MACHINES: readonly ShapeName[] = ['journald', 'syslog'];

describe.each(SHAPE_NAMES)('the record on the page of %s', (shape) => {
  it('is known by its fields', () => {
    expect(found(shape).shape).toBe(shape);
  });

  it('is read with its time and its line', () => {
    const { timeNs, line } = readBack(shape);
    expect(new Date(Number(timeNs / 1_000_000n)).toISOString()).toMatch(/^2026-11-21T0[08]:00:00/u);
    expect(line).not.toBe('');
    // An event's line is put together of its reason and its message; all others stand in the record as they are.
    const parts = shape === 'events' ? line.split(': ') : [line];
    expect(parts).toHaveLength(shape === 'events' ? 2 : 1);
    for (const part of parts) expect(JSON.stringify(documented(shape))).toContain(part);
  });

  it('is read with who wrote it', () => {
    const { namespace, pod, container, host } = readBack(shape);
    const isOfMachine = MACHINES.includes(shape);
    expect([namespace, pod, container].map((text) => text !== '')).toEqual([
      !isOfMachine,
      !isOfMachine,
      // Kubernetes speaks of a pod, not of one of its containers.
      !isOfMachine && shape !== 'events',
    ]);
    expect(host !== '').toBe(shape !== 'kubesphere');
  });

  it('can be asked exactly for whoever may see it', () => {
    const { identity } = found(shape);
    const exact = MACHINES.includes(shape) ? identity.host : identity.namespaceName;
    expect(exact).toMatch(/\.keyword$/u);
  });

  it('names every field that is fetched of it', () => {
    const text = JSON.stringify(documented(shape));
    for (const path of sourcePaths(found(shape), [])) {
      const last = path.split('.').at(-1) ?? path;
      expect([path, text.includes(last)]).toEqual([path, true]);
    }
  });
});

it.each(LEVELLED)('the page of %s shows a level', (shape) => {
  const { level, levelFrom } = readBack(shape);
  expect([level !== undefined, levelFrom]).toEqual([true, 'field']);
});

it.each(LABELLED)('the page of %s shows a label that is found', (shape) => {
  expect(found(shape).identity.podLabel('app.kubernetes.io/name')).toMatch(/\.keyword$/u);
});

it('the page of fluentd shows a namespace’s label that is found', () => {
  expect(found('fluentd').identity.namespaceLabel('kubesphere.io/workspace')).toBe(
    'kubernetes.namespace_labels.kubesphere.io/workspace.keyword',
  );
});

it('the page of kubesphere shows a time without its leading zeros, which is read right', () => {
  expect(readBack('kubesphere').timeNs % 1_000_000_000n).toBe(12_345_678n);
});
