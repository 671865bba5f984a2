import fc from 'fast-check';
import { CHECK_METRICS } from './checkMetrics.js';
import { parseCommandLine } from './parseCommandLine.js';
import { SERVE } from './serve.js';

const TEXTS = SERVE.options.filter(({ value }) => value !== undefined).map(({ name }) => name);

describe('parseCommandLine', () => {
  it('gives back every value that is tied on, whatever it is and in whatever order', () => {
    const given = fc.uniqueArray(fc.tuple(fc.constantFrom(...TEXTS), fc.string()), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(given, (pairs) => {
        const { value } = parseCommandLine(
          SERVE,
          pairs.map(([name, text]) => `--${name}=${text}`),
        );
        const wanted = new Map(pairs);
        for (const name of TEXTS) expect(value(name)).toBe(wanted.get(name));
      }),
    );
  });

  it('takes the next word for a value, and the lone dash too', () => {
    const { value } = parseCommandLine(SERVE, ['--config', 'a.yaml', '--replay', '-']);
    expect([value('config'), value('replay'), value('nvml')]).toEqual(['a.yaml', '-', undefined]);
  });

  it('takes what follows -- for a file, whatever it looks like', () => {
    expect(parseCommandLine(CHECK_METRICS, ['--', '--odd']).positionals).toEqual(['--odd']);
  });

  it('refuses the same option twice, also the same value and a switch', () => {
    for (const twice of [
      ['--nvml', '--nvml'],
      ['--node', 'a', '--node=a'],
    ]) {
      expect(() => parseCommandLine(SERVE, twice)).toThrow('is given twice; once is allowed');
    }
  });
});
