import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Exposition, Sample } from '../../exposition/index.js';
import { parseExposition } from '../../exposition/index.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const FOLDER = join(__dirname, '../../../../test/fixtures/dcgm');

/** The same samples in another order, each with its labels in another order. */
function shuffled(exposition: Exposition, keys: readonly number[]): Exposition {
  const keyOf = (i: number) => keys[i % keys.length] ?? 0;
  const samples = exposition.samples
    .map((sample, i) => ({ sample: turned(sample, keyOf(i)), key: keyOf(i * 7 + 3) }))
    .sort((a, b) => a.key - b.key)
    .map(({ sample }) => sample);
  return { ...exposition, samples };
}

function turned(sample: Sample, key: number): Sample {
  const entries = [...sample.labels];
  const at = Math.abs(key) % Math.max(1, entries.length);
  return { ...sample, labels: new Map([...entries.slice(at), ...entries.slice(0, at)]) };
}

describe('the order of lines and labels does not matter', () => {
  const files = readdirSync(FOLDER);

  it.each(files)('in %s', (name) => {
    const exposition = parseExposition(readFileSync(join(FOLDER, name), 'utf8'));
    const expected = normaliseDcgm(exposition);
    expect(exposition.problems).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 5, maxLength: 60 }), (keys) => {
        const actual = normaliseDcgm(shuffled(exposition, keys));
        expect(actual).toEqual(expected);
        expect([...actual.fields]).toEqual([...expected.fields]);
        expect([...actual.lastXid]).toEqual([...expected.lastXid]);
      }),
      { numRuns: 30 },
    );
  });

  it('also where lines contradict each other', () => {
    const line = (labels: string, value: number) =>
      `DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-1"${labels}} ${value}\n`;
    const exposition = parseExposition(
      line(',modelName="B",device="nvidia1"', 9) +
        line(',modelName="A",device="nvidia0"', 9) +
        line(',pod="a",namespace="n"', 1) +
        line(',pod="a",namespace="n",container="x"', 2) +
        line(',DCGM_FI_DRIVER_VERSION="1"', 9) +
        line(',hpc_job="7"', 8) +
        'DCGM_FI_DEV_FB_USED_BYTES{gpu="0",UUID="GPU-1"} 99999999999\n',
    );
    const expected = normaliseDcgm(exposition);
    expect(expected.drops).toEqual([{ field: 'DEV_FB_USED', reason: 'duplicate', count: 5 }]);
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 5, maxLength: 20 }), (keys) => {
        expect(normaliseDcgm(shuffled(exposition, keys))).toEqual(expected);
      }),
    );
  });
});
