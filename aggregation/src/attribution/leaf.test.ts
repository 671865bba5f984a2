import { leafKey, leavesOf } from './leaf.js';
import { boardOf, migBoard } from './testing.js';

const slices = (profiles: readonly string[]): number[] =>
  leavesOf([migBoard('GPU-a', profiles)]).map(({ slice }) => slice);

describe('leavesOf', () => {
  it('gives a GPU without instances as one whole leaf', () => {
    expect(leavesOf([boardOf('GPU-a')])).toMatchObject([
      { uuid: 'GPU-a', gpuInstance: '', migProfile: '', slice: 1 },
    ]);
  });

  it('gives the instances and never their parent', () => {
    const leaves = leavesOf([migBoard('GPU-a', ['1g.10gb', '3g.40gb']), boardOf('GPU-b')]);
    expect(leaves.map(leafKey)).toEqual(['GPU-a/1', 'GPU-a/2', 'GPU-b/']);
  });

  it('weighs instances by their compute slices', () => {
    expect(slices(['1g.10gb', '2g.20gb', '4g.40gb'])).toEqual([1 / 7, 2 / 7, 4 / 7]);
  });

  it('gives instances of unknown profile equal parts of what the others leave', () => {
    const [known, a, b] = slices(['3g.40gb', '', '']);
    expect(known).toBeCloseTo(3 / 7, 12);
    expect(a).toBeCloseTo(2 / 7, 12);
    expect(b).toBeCloseTo(2 / 7, 12);
  });

  it('keeps the uuids that are told', () => {
    const board = boardOf('GPU-a', {
      instances: [{ gpuInstance: '7', migProfile: '1g.10gb', migUuids: ['MIG-x', 'MIG-y'] }],
    });
    expect(leavesOf([board])[0]?.migUuids).toEqual(['MIG-x', 'MIG-y']);
  });
});
