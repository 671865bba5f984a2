import { createUnattributedEnergy } from './unattributedEnergy.js';

const BOARD = { node: 'n', uuid: 'GPU-a' };

describe('createUnattributedEnergy', () => {
  it('starts every reason at 0 and adds up', () => {
    const energy = createUnattributedEnergy();
    energy.add(BOARD, { free: 0, unknown: 0, overhead: 0 }, 0);
    energy.add(BOARD, { free: 5, unknown: 0, overhead: 1 }, 15_000);
    energy.add(BOARD, { free: 5, unknown: 0, overhead: 1 }, 30_000);
    const totals = energy.totals(30_000).map(({ labels, joules }) => [labels['reason'], joules]);
    expect(totals).toEqual([
      ['free', 10],
      ['unknown', 0],
      ['overhead', 2],
    ]);
  });

  it('forgets a board an hour after it was last seen', () => {
    const energy = createUnattributedEnergy();
    energy.add(BOARD, { free: 5, unknown: 0, overhead: 0 }, 0);
    expect(energy.totals(3_599_999)).toHaveLength(3);
    expect(energy.totals(3_600_000)).toEqual([]);
  });
});
