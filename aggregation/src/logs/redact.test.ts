import fc from 'fast-check';
import { recordOf } from './read/testing.js';
import type { JsonValue } from './record.js';
import { NO_REDACTION, redact } from './redact.js';

const RULES = [
  { match: 'sk-[a-z0-9]+', by: '[key]' },
  { match: String.raw`\d{3}-\d{4}`, by: '$&' },
];

describe('redact', () => {
  it('takes nothing out without rules', () => {
    const record = recordOf({ line: 'key sk-abc' });
    expect(redact(record, NO_REDACTION)).toBe(record);
  });

  it('takes what matches out of the line, the words and the fields beside it', () => {
    const record = recordOf({
      line: '{"msg":"key sk-abc and sk-def"}',
      message: 'key sk-abc',
      pod: 'sk-pod',
      extra: new Map<string, JsonValue>([
        ['key', 'sk-abc'],
        ['list', ['sk-abc', 5]],
        ['count', 5],
        ['none', null],
      ]),
    });
    expect(redact(record, RULES)).toEqual({
      ...record,
      line: '{"msg":"key [key] and [key]"}',
      message: 'key [key]',
      extra: new Map<string, unknown>([
        ['key', '[key]'],
        ['list', ['[key]', 5]],
        ['count', 5],
        ['none', null],
      ]),
    });
  });

  it('writes what stands in its place as it is given', () => {
    expect(redact(recordOf({ line: 'call 555-1234' }), RULES).line).toBe('call $&');
  });

  it('reaches texts at any depth', () => {
    const extra = new Map([['a', { b: [{ c: 'sk-abc' }] }]]);
    expect(redact(recordOf({ extra }), RULES).extra.get('a')).toEqual({ b: [{ c: '[key]' }] });
  });

  it('leaves no trace of what matches in anything that it lets out', () => {
    const words = fc.stringMatching(/^[a-z0-9 {}":,-]{0,20}$/u);
    fc.assert(
      fc.property(words, words, (before, after) => {
        const line = `${before}sk-secret1${after}`;
        const record = recordOf({ line, message: line, extra: new Map([['x', { y: line }]]) });
        const { extra, ...rest } = redact(record, RULES);
        const out = JSON.stringify([rest.line, rest.message, [...extra]]);
        expect(out).not.toContain('secret1');
      }),
    );
  });
});
