import type { DataFrame } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { linesFrame, rowOf } from '../../panels/lines/testing.js';
import { sourceOf } from '../testing/source.js';
import { fixedRange } from '../time/timeRange.js';
import { askFrames, askResource } from './ask.js';
import { errorText } from './errorText.js';

const QUESTION = { refId: 'lines', show: 'lines', selection: {} } as const;
const RANGE = fixedRange(1000, 3_601_000);

describe('a question', () => {
  it('is answered by the frames of the source', async () => {
    const frame: DataFrame = linesFrame([rowOf()]);
    const { source, asked } = sourceOf({ frames: () => [frame] });
    expect(await lastValueFrom(askFrames(source, QUESTION, RANGE))).toEqual([frame]);
    expect(asked[0]?.query).toEqual({ ...QUESTION, version: 1 });
  });

  it('fails in the words of who refused it', async () => {
    const { source } = sourceOf({ frames: () => new Error('too many lines') });
    await expect(lastValueFrom(askFrames(source, QUESTION, RANGE))).rejects.toThrow(
      'too many lines',
    );
  });

  it('to a resource is taken back when nobody listens any more', () => {
    const { source, stopped } = sourceOf({ resource: () => 'never' });
    askResource(source, 'values', {}).subscribe().unsubscribe();
    expect(stopped).toEqual(['values']);
  });
});

describe('why something failed', () => {
  it.each([
    [{ status: 400, data: { message: 'words: not closed' } }, 'words: not closed'],
    [new Error('gone'), 'gone'],
    ['text', 'text'],
    [{ data: {}, message: '' }, 'No reason was given.'],
    [undefined, 'No reason was given.'],
  ])('%j is said as %j', (error, text) => {
    expect(errorText(error)).toBe(text);
  });
});
