import fc from 'fast-check';
import { GpuscopeError } from '@gpuscope/aggregation';
import { frameAt, parseRecording } from './recording.js';

const HEADER = '{"gpuscope":"recording","version":1,"origin":"synthetic"}';
const frame = (t: unknown, exposition: unknown) => JSON.stringify({ t, exposition });

function failure(text: string): string {
  try {
    parseRecording('r.jsonl', text);
  } catch (error) {
    if (error instanceof GpuscopeError && error.code === 'RECORDING_INVALID') return error.message;
  }
  throw new Error('expected RECORDING_INVALID');
}

describe('parseRecording', () => {
  it('takes a bare exposition as one frame for ever', () => {
    const text = '# HELP a b\na 1\n';
    expect(parseRecording('x.prom', text)).toEqual({
      frames: [{ atMs: 0, exposition: text }],
      origin: '',
    });
  });

  it('counts times from the first frame', () => {
    const text = [HEADER, frame(1_700_000_000_000, 'a 1\n'), frame(1_700_000_015_000, 'a 2\n'), ''];
    expect(parseRecording('r.jsonl', text.join('\n'))).toEqual({
      frames: [
        { atMs: 0, exposition: 'a 1\n' },
        { atMs: 15_000, exposition: 'a 2\n' },
      ],
      origin: 'synthetic',
    });
  });

  it('passes over lines of other kinds and blank ones', () => {
    const text = [HEADER, '{"t":1,"pods":[]}', '', frame(2, 'a 1\n'), '{"note":"x"}'].join('\n');
    expect(parseRecording('r.jsonl', text).frames).toEqual([{ atMs: 0, exposition: 'a 1\n' }]);
  });

  it.each([
    ['another JSON file', '{"kind":"PodList"}\n', /^r\.jsonl:1: .*"gpuscope":"recording"/],
    ['another version', '{"gpuscope":"recording","version":2}\n', /^r\.jsonl:1: version 2 .* 1$/],
    ['a broken line', `${HEADER}\n{"t":1,\n`, /^r\.jsonl:2: is no JSON/],
    ['a line that is no object', `${HEADER}\n[1]\n`, /^r\.jsonl:2: is no JSON object/],
    ['a time that is no number', `${HEADER}\n${frame('1', 'a 1\n')}\n`, /^r\.jsonl:2: "t" is "1"/],
    ['a text that is none', `${HEADER}\n${frame(1, 5)}\n`, /^r\.jsonl:2: "exposition"/],
    [
      'times that do not rise',
      [HEADER, frame(5, 'a 1\n'), frame(5, 'a 2\n')].join('\n'),
      /^r\.jsonl:3: "t" is 5, not after the 5/,
    ],
    ['no frame at all', `${HEADER}\n`, /holds no exposition/],
  ])('names the place in %s', (_, text, message) => {
    expect(failure(text)).toMatch(message);
  });
});

describe('frameAt', () => {
  const recording = parseRecording(
    'r',
    [HEADER, frame(0, 'zero'), frame(10, 'ten'), frame(30, 'thirty')].join('\n'),
  );

  it.each([
    [0, 'zero'],
    [9.9, 'zero'],
    [10, 'ten'],
    [29, 'ten'],
    [30, 'thirty'],
    [49, 'thirty'],
    [50, 'zero'],
    [61, 'ten'],
  ])('at %d ms stands %s', (elapsed, exposition) => {
    expect(frameAt(recording, elapsed).exposition).toBe(exposition);
  });

  it('is always one that has begun, and the latest such', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 });
    fc.assert(
      fc.property(times, fc.nat(9_999), (unsorted, elapsed) => {
        const sorted = [...unsorted].sort((a, b) => a - b);
        const start = sorted[0] ?? 0;
        const text = [HEADER, ...sorted.map((t) => frame(t, String(t - start)))].join('\n');
        const played = parseRecording('r', text);
        const last = (sorted.at(-1) ?? 0) - start;
        fc.pre(elapsed <= last);
        const at = Number(frameAt(played, elapsed).exposition);
        const begun = sorted.map((t) => t - start).filter((t) => t <= elapsed);
        expect(at).toBe(Math.max(...begun));
      }),
    );
  });
});
