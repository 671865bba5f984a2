import { sketchLayout, sketchPlan } from '../search/testing/plans.js';
import { groupNotices, levelNotices } from './notices.js';

const texts = (...args: Parameters<typeof groupNotices>) =>
  groupNotices(...args).map(({ text }) => text);

describe('what is said beside the largest groups', () => {
  it('is nothing where all is shown and exact', () => {
    expect(texts({ groups: 0, lines: 0 }, 0, 0)).toEqual([]);
  });

  it('is how many lines are of others, and of how many as far as that is known', () => {
    expect(texts({ groups: 1, lines: 1 }, 0, 0)).toEqual([
      'Only the largest groups are shown; 1 line is of 1 smaller group.',
    ]);
    expect(texts({ groups: 3, lines: 7 }, 0, 0)[0]).toContain('7 lines are of 3 smaller groups');
    expect(texts({ groups: 3, lines: 7 }, 5, 0)[0]).toContain('12 lines are of smaller groups');
  });

  it('is by how much counts may be too low, as a warning', () => {
    const [notice] = groupNotices({ groups: 0, lines: 0 }, 0, 9);
    expect(notice?.severity).toBe('warning');
    expect(notice?.text).toContain('9');
  });
});

describe('what is said of levels', () => {
  const without = sketchLayout({ without: ['level'], indices: ['old-1'] });

  it('names the indices whose lines count as unknown', () => {
    const [notice, ...others] = levelNotices(sketchPlan({}, sketchLayout(), without));
    expect(notice?.text).toContain('old-1');
    expect(others).toEqual([]);
  });

  it('is nothing where all have a level, or none has', () => {
    expect(levelNotices(sketchPlan())).toEqual([]);
    expect(levelNotices(sketchPlan({}, without))).toEqual([]);
  });
});
