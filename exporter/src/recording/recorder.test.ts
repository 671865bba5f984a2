import fc from 'fast-check';
import { createCursor } from './cursor.js';
import { parseRecording } from './parse.js';
import { createRecorder } from './recorder.js';

const HEADER = '{"gpuscope":"recording","version":2}';

describe('createRecorder', () => {
  it('writes a text once, then what changed of it, then only that time went on', () => {
    const recorder = createRecorder();
    const text = 'a{x="1"} 1\nb{x="1"} 1\n';
    recorder.value('source dcgm', text);
    expect(recorder.lines(0)).toEqual([{ t: 0, source: 'dcgm', exposition: text }]);
    recorder.value('source dcgm', text.replace(/1\n$/, '2\n'));
    expect(recorder.lines(5)).toEqual([{ t: 5, source: 'dcgm', change: { lines: [[1, 9, '2']] } }]);
    recorder.value('source dcgm', text.replace(/1\n$/, '2\n'));
    expect(recorder.lines(10)).toEqual([{ t: 10 }]);
  });

  it('writes each failure, and all that is said after it', () => {
    const recorder = createRecorder();
    recorder.value('source dcgm', 'a 1\n');
    recorder.lines(0);
    recorder.value('source dcgm', 'a 2\n');
    recorder.failed('source dcgm', 'SOURCE_TIMEOUT');
    expect(recorder.lines(1)).toEqual([{ t: 1, source: 'dcgm', failed: 'SOURCE_TIMEOUT' }]);
    recorder.value('source dcgm', 'a 1\n');
    expect(recorder.lines(2)).toEqual([{ t: 2, source: 'dcgm', exposition: 'a 1\n' }]);
  });

  it('writes what can be played back: at each moment what was said last', () => {
    const said = fc.oneof(
      fc.record({ text: fc.constantFrom('a 1\n', 'a 1\nb 2\n', 'a 1\nb 3\n', 'c 4\n') }),
      fc.record({ nvml: fc.record({ devices: fc.array(fc.nat(3)), lost: fc.constant([]) }) }),
      fc.constant({ failed: 'SOURCE_TIMEOUT' }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (cycles) => {
        const recorder = createRecorder();
        recorder.value('source dcgm', 'a 0\n');
        const lines = [...recorder.lines(0)];
        const expected = new Map<string, unknown>([['source dcgm', 'a 0\n']]);
        const moments = cycles.map((one, index) => {
          if ('failed' in one) recorder.failed('source dcgm', one.failed);
          if ('text' in one) recorder.value('source dcgm', one.text);
          if ('nvml' in one) recorder.value('source nvml', one.nvml);
          if ('text' in one) expected.set('source dcgm', one.text);
          if ('nvml' in one) expected.set('source nvml', one.nvml);
          lines.push(...recorder.lines(index + 1));
          return new Map(expected);
        });
        const texts = lines.map((line) => JSON.stringify(line));
        const cursor = createCursor('r', parseRecording('r', [HEADER, ...texts].join('\n')));
        for (const [index, moment] of moments.entries()) {
          const { standing } = cursor.at(index + 1);
          for (const [key, value] of moment) expect(standing.get(key)?.value).toEqual(value);
        }
      }),
    );
  });
});
