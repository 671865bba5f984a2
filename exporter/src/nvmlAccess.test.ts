import type { ExporterSite } from '@gpuscope/aggregation';
import { parseSite } from '@gpuscope/aggregation';
import { agentSettings, lookMaxAgeMs } from './nvmlAccess.js';

function site(exporter: object): ExporterSite {
  const parsed = parseSite(JSON.stringify({ version: 1, cluster: 'c', exporter }));
  if ('site' in parsed) return parsed.site.exporter;
  throw new Error(JSON.stringify(parsed.problems));
}

const DCGM = { dcgm: { url: 'http://127.0.0.1:9400/metrics' } };

describe('the one agent of a site', () => {
  it.each([
    [
      'the source alone',
      { sources: [{ nvml: { library: '/a.so', sampleEvery: '250ms' } }], holders: [] },
      { library: '/a.so', sampleEveryMs: 250, proc: '/proc' },
    ],
    [
      'the holder alone, beside DCGM',
      { sources: [DCGM], holders: [{ processes: { library: '/b.so', proc: '/host/proc' } }] },
      { library: '/b.so', sampleEveryMs: 500, proc: '/host/proc' },
    ],
    [
      'both',
      {
        sources: [{ nvml: { library: '/a.so', sampleEvery: '1s' } }],
        holders: [{ processes: { proc: '/host/proc' } }],
      },
      { library: '/a.so', sampleEveryMs: 1000, proc: '/host/proc' },
    ],
    [
      'both, with nothing said',
      { sources: [{ nvml: {} }], holders: ['processes'] },
      { sampleEveryMs: 500, proc: '/proc' },
    ],
  ])('does as they say: %s', (_, exporter, settings) => {
    expect(agentSettings(site({ ...exporter, pods: 'none' }))).toEqual(settings);
  });

  it('has looks of one cycle shared by who asks in it, and not by the next', () => {
    const { intervalMs, ...rest } = site({ interval: '10s', sources: [DCGM], pods: 'none' });
    const maxAgeMs = lookMaxAgeMs({ intervalMs, ...rest });
    expect(maxAgeMs).toBeGreaterThan(0);
    expect(maxAgeMs).toBeLessThan(intervalMs);
  });
});
