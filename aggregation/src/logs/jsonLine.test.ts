import { cpuMs } from '../testing/cpuMs.js';
import fc from 'fast-check';
import { readJsonLine } from './jsonLine.js';

const fieldsOf = (line: string) => Object.fromEntries(readJsonLine(line)?.fields ?? []);

describe('readJsonLine', () => {
  it.each([
    ['zap', '{"level":"warn","ts":1767225600.1,"msg":"late"}', 'warning', 'late'],
    ['pino', '{"level":50,"time":1767225600123,"msg":"gone"}', 'error', 'gone'],
    ['bunyan', '{"name":"x","level":60,"msg":"dead","v":0}', 'critical', 'dead'],
    ['python-json-logger', '{"levelname":"DEBUG","message":"in"}', 'debug', 'in'],
    ['google', '{"severity":"NOTICE","message":"hello"}', 'info', 'hello'],
    ['logstash', '{"@timestamp":"x","level":"TRACE","message":"in"}', 'trace', 'in'],
    ['serilog', '{"@t":"x","@l":"Fatal","@mt":"dead {id}"}', 'critical', 'dead {id}'],
    ['mongodb', '{"t":{"$date":"x"},"s":"W","c":"NETWORK","msg":"slow"}', 'warning', 'slow'],
    ['ecs', '{"log.level":"error","message":"gone"}', 'error', 'gone'],
    ['nested ecs', '{"log":{"level":"error"},"message":"gone"}', 'error', 'gone'],
    ['Chinese', '{"level":"错误","msg":"显存不足"}', 'error', '显存不足'],
    ['a level that nobody knows', '{"level":"purple","msg":"x"}', undefined, 'x'],
    ['a number that is no level', '{"level":3,"msg":"x"}', undefined, 'x'],
  ])('reads level and words as %s writes them', (_, line, level, message) => {
    const read = readJsonLine(line);
    expect([read?.level, read?.message]).toEqual([level, message]);
  });

  it('finds the trace', () => {
    const read = readJsonLine('{"msg":"x","trace_id":"4bf9","span_id":"00f0"}');
    expect([read?.traceId, read?.spanId]).toEqual(['4bf9', '00f0']);
  });

  it('names nested fields by their path', () => {
    expect(fieldsOf('{"http":{"status":502,"headers":{}},"tags":["a"]}')).toEqual({
      'http.status': 502,
      'http.headers': {},
      tags: ['a'],
    });
  });

  it('loses no digit of a long number', () => {
    const line = '{"id":12345678901234567890,"n":9007199254740991,"text":"12345678901234567890"}';
    expect(fieldsOf(line)).toEqual({
      id: '12345678901234567890',
      n: 9007199254740991,
      text: '12345678901234567890',
    });
  });

  it.each([
    ['a text', 'hello'],
    ['a list', '[1]'],
    ['a cut object', '{"level":"err'],
    ['an object with more after it', '{"a":1} and so on'],
    ['a number', '5'],
  ])('takes %s for a plain line', (_, line) => {
    expect(readJsonLine(line)).toBeUndefined();
  });

  it('does not parse what is too long', () => {
    expect(readJsonLine(`{"a":"${'x'.repeat(300_000)}"}`)).toBeUndefined();
  });

  it.each([
    ['quotes that do not end', `{"${'\\"'.repeat(100_000)}1234567890123456}`],
    ['open objects', `${'{"a":'.repeat(40_000)}}`],
    ['lists in lists', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['digits', `{"a":${'1'.repeat(200_000)}}`],
    ['fields', `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
  ])('takes no longer for many %s', (_, line) => {
    expect(cpuMs(() => readJsonLine(line))).toBeLessThan(500);
  });

  it('shows what is nested too deep as a plain line, brackets in texts aside', () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(readJsonLine(nested(100_000))).toBeUndefined();
    expect(readJsonLine(nested(150))?.fields.size).toBe(1);
    expect(readJsonLine(`{"a":"${'['.repeat(1000)}\\"${'{'.repeat(1000)}"}`)?.fields.size).toBe(1);
  });

  it('cuts a long value by whole characters', () => {
    const value = fieldsOf(JSON.stringify({ a: `${'x'.repeat(1999)}😀😀` }))['a'];
    expect(value).toBe(`${'x'.repeat(1999)}…`);
  });

  it('keeps what is deep as one field, and a bound on the number of fields', () => {
    expect(fieldsOf('{"a":{"b":{"c":{"d":{"e":1}}}}}')).toEqual({ 'a.b.c.d': { e: 1 } });
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, at]));
    expect(readJsonLine(JSON.stringify(many))?.fields.size).toBe(100);
  });

  it('takes keys that objects have of their own for plain keys', () => {
    const read = readJsonLine('{"__proto__":"x","constructor":"y"}');
    expect([...(read?.fields ?? [])]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  it('reads any flat object whole', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const objects = fc.dictionary(fc.string(), value, { maxKeys: 20, noNullPrototype: true });
    fc.assert(
      fc.property(objects, (object) => {
        const read = readJsonLine(JSON.stringify(object));
        expect(read?.fields).toEqual(new Map(Object.entries(object)));
      }),
    );
  });
});
