import { parseSite } from '@gpuscope/aggregation';
import { planOf } from './plan.js';

function plan(exporter: Readonly<Record<string, unknown>>): string {
  const parsed = parseSite(JSON.stringify({ version: 1, cluster: 'c', exporter }));
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ message }) => message).join());
  return planOf(parsed.site.exporter).join('\n');
}

describe('what check-config says that a node will do', () => {
  it('is nothing where others are asked over the network', () => {
    expect(plan({ sources: [{ dcgm: { url: 'http://a' } }] })).toBe('');
  });

  it('is that the driver’s library is loaded, which one, and how often it is asked', () => {
    expect(plan({ sources: ['nvml'], holders: ['dcgmLabels'] })).toMatch(
      /^source nvml: loads libnvidia-ml\.so\.1 itself.* every 0\.5 s.*no dcgm-exporter$/,
    );
    const sources = [{ nvml: { library: '/opt/l.so', sampleEvery: '2s' } }];
    expect(plan({ sources })).toMatch(/loads \/opt\/l\.so itself.* every 2 s/);
  });

  it('is which processes are seen, and what that needs', () => {
    const found = plan({
      holders: [{ processes: { proc: '/host/proc', jobMapping: '/run/map' } }],
    });
    expect(found).toContain('in /host/proc: needs the machine');
    expect(found).toContain('hostPID: true');
    expect(found).toContain('/run/gpustat and /run/map');
    expect(found).toContain('pods: none');
  });

  it('warns of pods without names only where pods are not asked for', () => {
    expect(plan({ holders: ['podResources', 'processes'] })).not.toContain('pods: none');
  });
});
