import { placeOf } from './place.js';

const KEYS = { pool: ['karpenter.sh/nodepool', 'nodepool'], rack: ['rack'] };

describe('placeOf', () => {
  it('takes the first key of each list that the node has, in the list’s order', () => {
    const labels = new Map([
      ['nodepool', 'second'],
      ['karpenter.sh/nodepool', 'first'],
      ['rack', 'r7'],
    ]);
    expect(placeOf(labels, KEYS)).toEqual({ pool: 'first', rack: 'r7' });
  });

  it('passes over an empty label, and is empty where there is none', () => {
    const labels = new Map([
      ['karpenter.sh/nodepool', ''],
      ['nodepool', 'second'],
    ]);
    expect(placeOf(labels, KEYS)).toEqual({ pool: 'second', rack: '' });
    expect(placeOf(new Map(), KEYS)).toEqual({ pool: '', rack: '' });
  });
});
