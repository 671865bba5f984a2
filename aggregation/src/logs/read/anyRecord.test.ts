import fc from 'fast-check';
import { LOG_LEVELS } from '../level.js';
import { linesTable } from '../linesTable.js';
import type { JsonValue } from '../record.js';
import { NO_REDACTION, redact } from '../redact.js';
import { joinStacks } from '../stacks/joinStacks.js';
import { SHAPES } from '../shapes/index.js';
import { orderRecords } from './orderRecords.js';
import { readRecord } from './readRecord.js';
import { HERE, hitOf, layoutFor } from './testing.js';

type Source = Readonly<Record<string, JsonValue>>;

/** A layout that knows fields of all kinds, merged ones too. */
const LAYOUTS = [
  layoutFor([
    {
      '@timestamp': '2026-11-21T08:00:00Z',
      log: 'x',
      level: 'info',
      kubernetes: { pod_name: 'p', namespace_name: 'n', host: 'h', labels: { app: 'a' } },
    },
  ]),
  layoutFor([
    {
      '@timestamp': '2026-11-21T08:00:00Z',
      message: 'x',
      log: { level: 'info', offset: 5 },
      kubernetes: { pod: { name: 'p' }, namespace: 'n' },
    },
  ]),
  layoutFor([
    {
      '@timestamp': '2026-11-21T08:00:00Z',
      body: { text: 'x' },
      severity_number: 5,
      trace_id: 'a',
    },
  ]),
];

const NAMES = [...new Set(SHAPES.flatMap(({ roles }) => Object.values(roles).flat()))];

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>,
  fc.string(),
  fc.constantFrom('2026-11-21T08:00:00.1Z', '{"level":"error","msg":"x"}', 'ERROR x\n', 'web-0'),
);

/** Records with any values at the fields that are read, or anywhere else. */
const sources: fc.Arbitrary<Source> = fc.dictionary(
  fc.oneof(fc.constantFrom(...NAMES, 'kubernetes', 'log', 'resource', 'body'), fc.string()),
  values,
);

const sorts = fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant(null)), { maxLength: 2 });

const records = fc
  .tuple(sources, sorts, fc.constantFrom(...LAYOUTS), fc.integer({ min: 0, max: 50 }))
  .map(([source, sort, layout, maxLineChars]) => {
    const options = { columns: ['label.app', 'podUid', 'any'], maxLineChars };
    return readRecord({ ...hitOf(source), sort }, layout, HERE, options);
  });

describe('any hit', () => {
  it('is read: texts are texts, the line is short enough, the level is one that is known', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { namespace, pod, container, host, unit, stream, traceId, spanId, app, user } =
          record;
        for (const text of [
          namespace,
          pod,
          container,
          host,
          unit,
          stream,
          traceId,
          spanId,
          app,
          user,
        ]) {
          expect(typeof text).toBe('string');
        }
        expect([...record.line].length).toBeLessThanOrEqual(50);
        expect(record.cut).toBeGreaterThanOrEqual(0);
        expect(record.level === undefined || LOG_LEVELS.includes(record.level)).toBe(true);
        expect((record.level === undefined) === (record.levelFrom === undefined)).toBe(true);
        expect(record.cluster).toBe('here');
      }),
    );
  });

  it('comes to a table of as many rows, whose labels are JSON', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 5 }), (all) => {
        const { records: ordered, isExact } = orderRecords(all, 'newest');
        const shown = ordered.map((record) => redact(record, NO_REDACTION));
        const { columns } = linesTable(shown, { isOrderExact: isExact });
        for (const { values: column } of columns) expect(column).toHaveLength(all.length);
        const labels = columns.find(({ name }) => name === 'labels');
        const texts: readonly unknown[] = [...(labels?.values ?? [])];
        for (const text of texts) {
          const parsed = JSON.parse(String(text)) as Readonly<Record<string, unknown>>;
          expect(Object.values(parsed).every((value) => typeof value === 'string')).toBe(true);
        }
      }),
    );
  });

  it('comes out once, joined to a stack or not', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 8 }), (all) => {
        const ids = all.map((record, at) => ({ ...record, id: String(at) }));
        const joined = joinStacks(orderRecords(ids, 'oldest').records, 'oldest');
        const count = (texts: readonly { readonly line: string }[]) =>
          texts.reduce((sum, { line }) => sum + line.split('\n').length, 0);
        expect(count(joined)).toBe(count(ids));
        expect(new Set(joined.map(({ id }) => id)).size).toBe(joined.length);
      }),
    );
  });
});
