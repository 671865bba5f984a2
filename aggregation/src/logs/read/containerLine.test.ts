import { cpuMs } from '../../testing/cpuMs.js';
import fc from 'fast-check';
import { containerLine } from './containerLine.js';

const AT = BigInt(Date.UTC(2026, 10, 21, 8)) * 1_000_000n;

describe('containerLine', () => {
  it.each([
    ['a whole line', '2026-11-21T08:00:00.123456789Z stdout F ready', 'ready', 'stdout'],
    ['a part of a line', '2026-11-21T08:00:00.123456789Z stderr P rea', 'rea', 'stderr'],
    ['an empty line', '2026-11-21T08:00:00.123456789Z stdout F ', '', 'stdout'],
    ['an empty line without the blank', '2026-11-21T08:00:00.123456789Z stdout F', '', 'stdout'],
    ['another zone', '2026-11-21T16:00:00.123456789+08:00 stdout F  x', ' x', 'stdout'],
  ])('takes the head off %s', (_, text, line, stream) => {
    expect(containerLine(text)).toEqual({ line, stream, timeNs: AT + 123_456_789n });
  });

  it.each([
    ['a line that only begins with a time', '2026-11-21T08:00:00.123Z ready'],
    ['a line with another word', '2026-11-21T08:00:00.123Z stdin F ready'],
    ['a line with another tag', '2026-11-21T08:00:00.123Z stdout Full'],
    ['a head that is not at the beginning', ' 2026-11-21T08:00:00.123Z stdout F ready'],
    ['a time without a fraction', '2026-11-21T08:00:00Z stdout F ready'],
  ])('leaves %s', (_, text) => {
    expect(containerLine(text)).toEqual({ line: text });
  });

  it('takes the line out of what Docker writes', () => {
    const docker = { log: 'say "hi"\n', stream: 'stderr', time: '2026-11-21T08:00:00.123456789Z' };
    expect(containerLine(JSON.stringify(docker))).toEqual({
      line: 'say "hi"',
      stream: 'stderr',
      timeNs: AT + 123_456_789n,
    });
  });

  it.each([
    [
      'a program’s own JSON',
      '{"log":"x","stream":"stdout","level":"info","time":"2026-11-21T08:00:00Z"}',
    ],
    ['a stream of another kind', '{"log":"x","stream":"video","time":"2026-11-21T08:00:00Z"}'],
    ['a time that is none', '{"log":"x","stream":"stdout","time":"soon"}'],
    ['what is no JSON', '{"log":"x","stream":"stdout" "time":"2026-11-21T08:00:00Z"}'],
  ])('leaves %s', (_, text) => {
    expect(containerLine(text)).toEqual({ line: text });
  });

  it('takes no longer for a long line that looks like Docker’s', () => {
    const line = `{"log":"${'"stream":"stdout"'.repeat(100_000)}"}`;
    expect(containerLine(line)).toEqual({ line });
    expect(cpuMs(() => containerLine(line))).toBeLessThan(250);
  });

  it('takes off one line break and nothing else', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]$/u.test(text));
    fc.assert(
      fc.property(texts, fc.constantFrom('', '\n', '\r\n'), (text, end) => {
        expect(containerLine(text + end).line).toBe(text);
      }),
    );
  });

  it('gives back what a container runtime wrote', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(texts, fc.constantFrom('stdout', 'stderr'), (text, stream) => {
        fc.pre(!text.endsWith('\r'));
        const written = `2026-11-21T08:00:00.000000005Z ${stream} F ${text}\n`;
        expect(containerLine(written)).toEqual({ line: text, stream, timeNs: AT + 5n });
      }),
    );
  });
});
