import { seriesFrame, tableFrame } from '../testing/frames.js';
import { rowsOf } from './rows.js';

describe('the rows of an answer', () => {
  it('are those of a table, a row per series, with its labels', () => {
    const table = tableFrame('busy', [
      [{ node: 'a', gpu: '0' }, 0.5],
      [{ node: 'b', gpu: '1' }, 1],
    ]);
    expect(rowsOf([table], 'busy')).toEqual([
      { labels: { node: 'a', gpu: '0' }, value: 0.5 },
      { labels: { node: 'b', gpu: '1' }, value: 1 },
    ]);
  });

  it('are the last moments of series', () => {
    const one = seriesFrame('busy', { node: 'a' }, [
      [0, 0.1],
      [1, 0.2],
    ]);
    expect(rowsOf([one, seriesFrame('busy', { node: 'b' }, [])], 'busy')).toEqual([
      { labels: { node: 'a' }, value: 0.2 },
    ]);
  });

  it('know of no labels that are empty, as Prometheus knows of none', () => {
    const table = tableFrame('busy', [
      [{ node: 'a', gpu_instance: '' }, 1],
      [{ node: 'a', gpu_instance: '7' }, 1],
    ]);
    expect(rowsOf([table], 'busy').map(({ labels }) => labels)).toEqual([
      { node: 'a' },
      { node: 'a', gpu_instance: '7' },
    ]);
  });

  it('are those of one query only', () => {
    expect(rowsOf([tableFrame('busy', [[{}, 1]])], 'idle')).toEqual([]);
  });

  it('have no figure where there is none', () => {
    expect(rowsOf([tableFrame('busy', [[{ node: 'a' }, null]])], 'busy')[0]?.value).toBeNaN();
  });
});
