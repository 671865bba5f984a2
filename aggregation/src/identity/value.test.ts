import fc from 'fast-check';
import { isPlain, legalValue, looksAltered, VALUE_LIMIT } from './value.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((u) => String.fromCharCode(...u)),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '~', '0', 'f', '显', '😀'), maxLength: 300 }),
);

describe('legalValue', () => {
  it.each(['risk', 'li.wei', 'alice@example.com', '推理服务', 'a b', 'a~b', "O'Brien"])(
    'leaves %j as it is',
    (raw) => expect(legalValue(raw)).toBe(raw),
  );

  it('gives nothing for nothing only', () => {
    expect(legalValue('')).toBe('');
    expect(legalValue('  \n')).not.toBe('');
  });

  it.each([
    ['a trailing line break', 'alice\n', 'alice'],
    ['spaces around', '  alice ', 'alice'],
    ['a bell in the middle', 'ali\u0007ce', 'alice'],
    ['a direction override', 'ali\u202ece', 'alice'],
    ['half a character', 'alice\ud83d', 'alice'],
  ])('cleans %s and marks the value with a hash', (_, raw, start) => {
    expect(legalValue(raw)).toMatch(new RegExp(`^${start}~[0-9a-f]{16}$`));
  });

  it('keeps apart what cleaning would make the same', () => {
    const raws = ['alice', 'alice ', ' alice', 'alice\n', 'ali\u0007ce'];
    expect(new Set(raws.map(legalValue)).size).toBe(raws.length);
  });

  it('keeps apart long names that differ at the end, within the limit', () => {
    const a = legalValue(`${'x'.repeat(300)}1`);
    const b = legalValue(`${'x'.repeat(300)}2`);
    expect(a).not.toBe(b);
    expect(a).toHaveLength(VALUE_LIMIT);
  });

  it('never cuts a character in half', () => {
    const value = legalValue(`${'x'.repeat(110)}${'😀'.repeat(30)}`);
    expect(Buffer.from(value, 'utf8').toString('utf8')).toBe(value);
  });

  it('does not let a raw text pose as the altered form of another', () => {
    const posing = legalValue('alice\n');
    expect(legalValue(posing)).not.toBe(posing);
  });

  it('always gives a clean, bounded text', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const value = legalValue(raw);
        expect(value.length).toBeLessThanOrEqual(VALUE_LIMIT);
        expect(value).toBe(value.trim());
        expect(value).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(value === '').toBe(raw === '');
      }),
    );
  });

  it('gives two different texts two different values, and a plain value one text', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        fc.pre(a !== b);
        expect(legalValue(a)).not.toBe(legalValue(b));
      }),
    );
    fc.assert(
      fc.property(anyText, (raw) => {
        const value = legalValue(raw);
        expect(isPlain(value)).toBe(value === raw);
        expect(looksAltered(value)).toBe(value !== raw);
      }),
    );
  });
});
