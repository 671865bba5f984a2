import fc from 'fast-check';
import { readDuration, readSize } from './units.js';

describe('readDuration', () => {
  it.each([
    ['15s', 15_000],
    ['1m30s', 90_000],
    ['500ms', 500],
    ['1h', 3_600_000],
    ['31d', 31 * 86_400_000],
    ['1s500ms', 1500],
    ['1d2h3m4s5ms', 93_784_005],
    ['0s', 0],
  ])('%s is %i ms', (text, ms) => expect(readDuration(text)).toBe(ms));

  it.each(['', '15', 's', '-1s', '1.5s', '30s1m', '1s1s', '15 s', '15S', '5 minutes', '1w'])(
    'does not take %j',
    (text) => expect(readDuration(text)).toBeUndefined(),
  );

  it('adds its parts', () => {
    const part = fc.nat({ max: 500 });
    fc.assert(
      fc.property(part, part, part, (m, s, ms) => {
        expect(readDuration(`${m}m${s}s${ms}ms`)).toBe(m * 60_000 + s * 1000 + ms);
      }),
    );
  });
});

describe('readSize', () => {
  it.each([
    ['100MiB', 104_857_600],
    ['16 KiB', 16_384],
    ['1GB', 1e9],
    ['512B', 512],
  ])('%s is %i bytes', (text, bytes) => expect(readSize(text)).toBe(bytes));

  it.each(['', '100', 'MiB', '1.5MiB', '100mb', '-1B', '1kkB', '1TiB'])(
    'does not take %j',
    (text) => expect(readSize(text)).toBeUndefined(),
  );
});
