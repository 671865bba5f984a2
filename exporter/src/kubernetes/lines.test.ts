import fc from 'fast-check';
import { LineSplitter, LineTooLong } from './lines.js';

function split(chunks: readonly Buffer[], max = 1 << 20): { lines: string[]; rest: string } {
  const splitter = new LineSplitter(max);
  const lines = chunks.flatMap((chunk) => splitter.push(chunk));
  return { lines, rest: splitter.rest() };
}

describe('LineSplitter', () => {
  it('gives the same lines however the bytes are cut, inside characters too', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' '));
    fc.assert(
      fc.property(fc.array(line), line, fc.array(fc.nat(40)), (whole, rest, cuts) => {
        const bytes = Buffer.from([...whole, rest].join('\n'));
        const chunks: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) chunks.push(bytes.subarray(at, (at += cut)));
        chunks.push(bytes.subarray(at));
        expect(split(chunks)).toEqual({ lines: whole, rest });
      }),
    );
  });

  it('reads a long line that comes in small pieces in time that grows with its length', () => {
    const time = (pieces: number): number => {
      const splitter = new LineSplitter(1 << 30);
      const piece = Buffer.alloc(64, 'x');
      // Work of the processor: time grows where others have it meanwhile.
      const before = process.cpuUsage();
      for (let i = 0; i < pieces; i += 1) splitter.push(piece);
      expect(splitter.push(Buffer.from('\n'))[0]).toHaveLength(pieces * 64);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    time(1000);
    // Joining what there is at each piece would move 3 GB here and take seconds.
    expect(time(10_000)).toBeLessThan(1000);
  });

  it('refuses a line over the limit, whether it ends or not', () => {
    expect(() => split([Buffer.from('12345\n')], 4)).toThrow(LineTooLong);
    expect(() => split([Buffer.from('123'), Buffer.from('45')], 4)).toThrow(LineTooLong);
    expect(split([Buffer.from('1234\n12'), Buffer.from('34\n')], 4).lines).toEqual([
      '1234',
      '1234',
    ]);
  });
});
