import { GpuscopeError } from '@gpuscope/aggregation';
import type { Upstream } from './freshness.js';
import { nodeReadiness } from './freshness.js';

const NOW = 1_700_000_000_000;
const up = (name: string): Upstream => ({
  kind: 'source',
  name,
  status: { up: true, durationSeconds: 0.1, lastSuccessSeconds: NOW / 1000 },
});
const down = (name: string, lastSuccessSeconds: number): Upstream => ({
  kind: 'holder',
  name,
  status: {
    up: false,
    durationSeconds: 0.1,
    lastSuccessSeconds,
    error: new GpuscopeError('HOLDER_UNREACHABLE', 'no socket'),
  },
});

describe('nodeReadiness', () => {
  it('names what is awaited before the first cycle', () => {
    const { ready, text } = nodeReadiness(undefined, [up('dcgm'), up('replay')], '', NOW);
    expect(ready).toBe(false);
    expect(text).toBe('waiting for the first cycle (dcgm, replay)');
  });

  it('tells how old the series are and how each upstream does', () => {
    const { ready, text } = nodeReadiness(
      3_210,
      [up('dcgm'), down('podResources', NOW / 1000 - 42)],
      '',
      NOW,
    );
    expect(ready).toBe(true);
    expect(text.split('\n')).toEqual([
      'ready; the series are 3.2 s old',
      'source dcgm: answers',
      'holder podResources: last answered 42 s ago: no socket',
    ]);
  });

  it('does not count from 1970 what never answered', () => {
    expect(nodeReadiness(0, [down('podResources', 0)], '', NOW).text).toContain('never answered');
  });

  it('says why nothing has a name, where pods can’t be read', () => {
    const { ready, text } = nodeReadiness(
      0,
      [up('dcgm')],
      'pods.json: cannot be read (ENOENT)',
      NOW,
    );
    expect(ready).toBe(true);
    expect(text.split('\n').at(-1)).toBe('pods: pods.json: cannot be read (ENOENT)');
  });
});
