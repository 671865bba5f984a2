import fc from 'fast-check';
import { GpuscopeError, normaliseDcgm } from '@gpuscope/aggregation';
import { readExposition } from './exposition.js';

const GOOD = [
  'DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-a",Hostname="gpu-1"} 38',
  'DCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-a",Hostname="gpu-1"} 300',
  '# HELP DCGM_FI_DEV_GPU_TEMP x',
];

/** Reads as a source does; undefined for an answer that was refused, and any other error fails the test. */
function attempt(text: string, type: string): number | undefined {
  try {
    const exposition = readExposition('http://h/metrics', type, text, () => undefined);
    return normaliseDcgm(exposition).readings.length;
  } catch (error) {
    if (!(error instanceof GpuscopeError)) throw error;
    expect(error.code).toMatch(/^SOURCE_(REFUSED|TRUNCATED)$/);
    expect(error.message).toContain('http://h/metrics');
    return undefined;
  }
}

const types = fc.constantFrom(
  '',
  'text/plain',
  'application/openmetrics-text; version=1.0.0',
  'x/y',
);

describe('readExposition, whatever it is sent', () => {
  it('answers or refuses by name; nothing else is ever thrown', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.lorem());
    fc.assert(fc.property(text, types, (sent, type) => void attempt(sent, type)));
  });

  it('never takes a text that was cut for a whole one, wherever the cut is', () => {
    const whole = `${GOOD.join('\n')}\n`;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        const cut = whole.slice(0, length);
        const wasCutAtALine = cut === '' || cut.endsWith('\n');
        if (!wasCutAtALine) expect(attempt(cut, 'text/plain')).toBeUndefined();
      }),
    );
  });

  it('loses no good line to the bad ones around it', () => {
    const noise = fc.string({ maxLength: 40 }).map((line) => `!${line.replace(/[\r\n]/g, ' ')}`);
    fc.assert(
      fc.property(fc.array(noise), fc.array(noise), (before, after) => {
        const text = [...before, ...GOOD, ...after, ''].join('\n');
        expect(attempt(text, 'text/plain')).toBe(attempt(`${GOOD.join('\n')}\n`, 'text/plain'));
      }),
    );
  });
});
