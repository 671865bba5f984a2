import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256Hex } from './sha256.js';

/** Node's own digest of the same bytes is the reference. */
function reference(text: string): string {
  return createHash('sha256').update(Buffer.from(text, 'utf16le').swap16()).digest('hex');
}

describe('sha256Hex', () => {
  it.each([0, 1, 2, 26, 27, 28, 29, 31, 32, 33, 59, 60, 61, 64, 5000])(
    'agrees with the reference at %i code units, where padding changes shape',
    (length) => {
      const text = 'gpuscope 显卡 '.repeat(600).slice(0, length);
      expect(sha256Hex(text)).toBe(reference(text));
    },
  );

  it('agrees with the reference for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 90 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(sha256Hex(text)).toBe(reference(text));
      }),
    );
  });
});
