import { gpuUrl, podOf, rangeAround } from './around.js';
import { rowOf } from './testing.js';

const paramsOf = (url: string | undefined) => new URL(url ?? '', 'http://x').searchParams;

describe('where a line leads', () => {
  it('is its app at that time, on its pod', () => {
    const row = rowOf({ timeMs: 1_000_000_000.5 });
    const url = gpuUrl(row);
    expect(url).toContain('/app?');
    const { from, to, ...names } = Object.fromEntries(paramsOf(url));
    expect(Number(from)).toBeLessThan(row.timeMs);
    expect(Number(to)).toBeGreaterThan(row.timeMs);
    expect(Number.isInteger(Number(from)) && Number.isInteger(Number(to))).toBe(true);
    expect(names).toEqual({
      'var-cluster': 'c1',
      'var-app': 'train',
      'var-namespace': 'team-cv',
      'var-pod': 'train-0',
    });
  });

  it('is its machine where there is no pod, and nowhere where neither is known', () => {
    const machine = gpuUrl(rowOf({ labels: { cluster: 'c1', host: 'gpu-vm-7' } }));
    expect(machine).toContain('/node?');
    expect(paramsOf(machine).get('var-node')).toBe('gpu-vm-7');
    expect(gpuUrl(rowOf({ labels: {} }))).toBeUndefined();
    expect(podOf(rowOf({ labels: { host: 'gpu-vm-7' } }))).toBeUndefined();
  });

  it('covers the line', () => {
    expect(rangeAround(rowOf({ timeMs: 5_000_000 }), 1000)).toEqual({
      from: '4999000',
      to: '5001000',
    });
  });

  it('is no time for a line without one: its app, as of now', () => {
    const url = gpuUrl(rowOf({ timeMs: NaN }));
    expect(rangeAround(rowOf({ timeMs: NaN }))).toBeUndefined();
    expect([...paramsOf(url).keys()]).not.toContain('from');
    expect(paramsOf(url).get('var-app')).toBe('train');
  });
});
