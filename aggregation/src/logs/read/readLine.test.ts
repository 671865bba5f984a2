import type { JsonValue } from '../record.js';
import { readLine } from './readLine.js';
import { hitOf, layoutFor } from './testing.js';

type Source = Readonly<Record<string, JsonValue>>;

const BASE = { '@timestamp': '2026-11-21T08:00:00.123Z', kubernetes: { pod_name: 'web-0' } };

/** An index with plain lines, and with lines that were merged into the record. */
const MERGING = layoutFor([
  { ...BASE, log: 'plain' },
  { ...BASE, log: 'x', level: 'info', msg: 'x', message: 'x', http: { status: 200 } },
]);

const read = (source: Source) => readLine(hitOf({ ...BASE, ...source }), MERGING);

describe('readLine', () => {
  it('is the line as it is', () => {
    expect(read({ log: 'plain\n' })).toEqual({ line: 'plain', isJson: false });
  });

  it('is a JSON line as it is, with what it says', () => {
    const found = read({ log: '{"msg": "late",  "level":"warn"}\n' });
    expect(found.line).toBe('{"msg": "late",  "level":"warn"}');
    expect([found.isJson, found.json?.level, found.json?.message]).toEqual([
      true,
      'warning',
      'late',
    ]);
  });

  it('is put together from what was merged where the line was dropped', () => {
    const found = read({ level: 'error', msg: 'gone', http: { status: 502 } });
    expect(JSON.parse(found.line)).toEqual({ level: 'error', msg: 'gone', http: { status: 502 } });
    expect(found.json?.fields.get('http.status')).toBe(502);
    expect(found.isJson).toBe(true);
  });

  it('leaves the shipper’s own keys out of what it puts together', () => {
    const found = read({ msg: 'gone', level: 'error', stream: 'stdout', _p: 'F', time: 'now' });
    expect(JSON.parse(found.line)).toEqual({ msg: 'gone', level: 'error' });
  });

  it('keeps a plain line’s level beside keys that a shipper added', () => {
    const found = read({ log: 'WARN late\n', http: { status: 200 } });
    expect([found.line, found.isJson, found.json?.level]).toEqual(['WARN late', false, undefined]);
    expect(found.json?.fields.get('http.status')).toBe(200);
  });

  it('is the words where only these were left', () => {
    expect(read({ message: 'only words\n' })).toMatchObject({ line: 'only words', isJson: false });
  });

  it('is JSON where only one key of another kind was left', () => {
    expect(read({ http: { status: 502 } }).line).toBe('{"http":{"status":502}}');
  });

  it.each<[string, JsonValue, string]>([
    ['a number', 5, '5'],
    ['a boolean', false, 'false'],
    ['a list', ['a', 1], '["a",1]'],
    ['an object', { a: 1 }, '{"a":1}'],
    ['an empty text', '', ''],
  ])('that is %s is shown as text', (_, log, line) => {
    expect(read({ log }).line).toBe(line);
  });

  it('that is null or missing is empty', () => {
    expect(read({ log: null }).line).toBe('');
    expect(read({})).toEqual({ line: '', isJson: false });
  });
});
