import { GpuscopeError } from '@gpuscope/aggregation';
import { parseRecording } from './parse.js';

const HEADER = '{"gpuscope":"recording","version":1,"origin":"synthetic"}';
const SECOND = '{"gpuscope":"recording","version":2,"origin":"synthetic"}';
const frame = (t: unknown, exposition: unknown) => JSON.stringify({ t, exposition });
const look = (t: number) => JSON.stringify({ t, nvml: { atMs: t, devices: [], lost: [] } });
const report = (t: number) =>
  JSON.stringify({ t, holder: 'h', report: { claims: [], capacities: [] } });

function failure(text: string): string {
  try {
    parseRecording('r.jsonl', text);
  } catch (error) {
    if (error instanceof GpuscopeError && error.code === 'RECORDING_INVALID') return error.message;
  }
  throw new Error('expected RECORDING_INVALID');
}

const exposition = (value: string) => ({
  key: 'source dcgm',
  told: { kind: 'value', value },
});

describe('parseRecording: an exposition, or version 1', () => {
  it('takes a bare exposition as one frame for ever', () => {
    const text = '# HELP a b\na 1\n';
    expect(parseRecording('x.prom', text)).toMatchObject({
      frames: [{ atMs: 0, entries: [exposition(text)] }],
      origin: '',
      sources: ['dcgm'],
      holders: [],
      hasDirectory: false,
    });
  });

  it('counts times from the first frame', () => {
    const text = [HEADER, frame(1_700_000_000_000, 'a 1\n'), frame(1_700_000_015_000, 'a 2\n'), ''];
    expect(parseRecording('r.jsonl', text.join('\n'))).toMatchObject({
      frames: [
        { atMs: 0, entries: [exposition('a 1\n')] },
        { atMs: 15_000, entries: [exposition('a 2\n')] },
      ],
      origin: 'synthetic',
    });
  });

  it('passes over lines of other kinds and blank ones', () => {
    const text = [HEADER, '{"t":1,"pods":[]}', '', frame(2, 'a 1\n'), '{"note":"x"}'].join('\n');
    const { frames } = parseRecording('r.jsonl', text);
    expect(frames).toMatchObject([{ atMs: 0, entries: [exposition('a 1\n')] }]);
  });

  it('knows one exposition a moment', () => {
    const text = [HEADER, frame(5, 'a 1\n'), frame(5, 'a 2\n')].join('\n');
    expect(failure(text)).toMatch(/^r\.jsonl:3: "t" is 5, not after the 5/);
  });
});

describe('parseRecording: version 2', () => {
  it('gathers what was said at one moment, of each kind', () => {
    const directory = JSON.stringify({ t: 7, directory: { pods: [], namespaces: [] } });
    const text = [SECOND, frame(7, 'a 1\n'), look(7), report(7), directory, '{"t":9}'].join('\n');
    const { frames, sources, holders, hasDirectory } = parseRecording('r', text);
    expect(frames.map(({ atMs, entries }) => [atMs, entries.map(({ key }) => key)])).toEqual([
      [0, ['source dcgm', 'source nvml', 'holder h', 'directory']],
      [2, []],
    ]);
    expect({ sources, holders, hasDirectory }).toEqual({
      sources: ['dcgm', 'nvml'],
      holders: ['h'],
      hasDirectory: true,
    });
  });

  it('takes the header’s word for which are sources, and in which order', () => {
    const header = '{"gpuscope":"recording","version":2,"sources":["dcgm"],"holders":["h","i"]}';
    const { sources, holders } = parseRecording(
      'r',
      [header, look(1), frame(1, 'a 1\n')].join('\n'),
    );
    expect({ sources, holders }).toEqual({ sources: ['dcgm'], holders: ['h', 'i'] });
  });

  it('reads changes and failures', () => {
    const change = { lines: [[0, 2, '3']] };
    const text = [
      SECOND,
      frame(1, 'a 1\nb 1\n'),
      JSON.stringify({ t: 2, source: 'dcgm', change }),
      JSON.stringify({ t: 3, source: 'dcgm', failed: 'SOURCE_TIMEOUT' }),
    ].join('\n');
    expect(parseRecording('r', text).frames.slice(1)).toMatchObject([
      { entries: [{ key: 'source dcgm', told: { kind: 'change', change } }] },
      { entries: [{ key: 'source dcgm', told: { kind: 'failed', code: 'SOURCE_TIMEOUT' } }] },
    ]);
  });
});

describe('parseRecording: what is wrong', () => {
  it.each([
    ['another JSON file', '{"kind":"PodList"}\n', /^r\.jsonl:1: .*"gpuscope":"recording"/],
    ['another version', '{"gpuscope":"recording","version":3}\n', /:1: version 3 .* 1 and 2$/],
    ['a broken line', `${HEADER}\n{"t":1,\n\n`, /^r\.jsonl:2: is no JSON: .*[^?]$/],
    ['a cut end', `${SECOND}\n{"t":1,"nv`, /^r\.jsonl:2: is no JSON.*stopped by force\?$/],
    ['a line that is no object', `${HEADER}\n[1]\n`, /^r\.jsonl:2: is no JSON object/],
    ['a time that is no number', `${HEADER}\n${frame('1', 'a 1\n')}\n`, /^r\.jsonl:2: "t" is "1"/],
    [
      'a text that is none',
      `${HEADER}\n${frame(1, 5)}\n`,
      /^r\.jsonl:2: "exposition" must be a te/,
    ],
    ['a look that is none', `${SECOND}\n{"t":1,"nvml":{}}\n`, /:2: "nvml" must .*"devices"/],
    ['a report that is none', `${SECOND}\n{"t":1,"holder":"h","report":[]}\n`, /"claims"/],
    ['a report of nobody', `${SECOND}\n${report(1).replace('"h"', '7')}`, /"holder" is 7; .* name/],
    ['pods that are none', `${SECOND}\n{"t":1,"directory":{"pods":[]}}\n`, /"namespaces"/],
    ['a change that is none', `${SECOND}\n{"t":1,"source":"a","change":1}\n`, /"change" must be/],
    [
      'a failure without a code',
      `${SECOND}\n{"t":1,"source":"a","failed":1}\n`,
      /"failed" must be/,
    ],
    [
      'a change of what was not told',
      `${SECOND}\n{"t":1,"source":"a","change":{}}`,
      /source a.*not/,
    ],
    ['times that fall', [SECOND, frame(5, 'a 1\n'), frame(4, 'a 2\n')].join('\n'), /:3: "t" is 4/],
    ['no frame at all', `${HEADER}\n`, /holds no exposition/],
  ])('names the place in %s', (_, text, message) => {
    expect(failure(text)).toMatch(message);
  });
});
