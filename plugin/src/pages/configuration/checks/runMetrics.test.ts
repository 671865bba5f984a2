import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { setGrafana } from '../testing/grafana.js';
import { metricChecks } from './metrics.js';
import { runMetricChecks } from './runMetrics.js';

const nameIn = (expr: string): string => /__name__="([^"]+)"/.exec(expr)?.[1] ?? '';

const findingsWith = async (missing: readonly string[]) => {
  setGrafana({ prometheus: (expr) => (missing.includes(nameIn(expr)) ? undefined : 1234) });
  return runMetricChecks('prom');
};

describe('the test of a Prometheus', () => {
  it('is green all over where everything is there', async () => {
    const findings = await findingsWith([]);
    expect(findings.map(({ state }) => state)).toEqual(findings.map(() => 'ok'));
    expect(findings).toHaveLength(metricChecks().length + 1);
    expect(findings[1]?.text).toContain('1,234');
  });

  it.each([
    ['gpu_info', 'error', /Install the exporter on the GPU nodes/],
    ['workload_pod_info', 'error', /role "cluster"/],
    ['cluster:gpus:count', 'error', /gpuscope\.rules\.yaml/],
    ['account:gpu_allocated_seconds:increase5m', 'warning', /ten minutes/],
    ['kube_node_status_allocatable', 'warning', /page Quota/],
    ['node_memory_MemTotal_bytes', 'warning', /CPU, memory, disk/],
    ['container_memory_working_set_bytes', 'warning', /metrics\/cadvisor/],
  ] as const)('without %s says what to do', async (metric, state, remedy) => {
    const findings = await findingsWith([metric]);
    const bad = findings.filter((finding) => finding.state !== 'ok');
    expect(bad).toMatchObject([{ state, remedy: expect.stringMatching(remedy) as string }]);
  });

  it('says in its own words why nothing is answered, and looks no further', async () => {
    setGrafana({ prometheus: () => new Error('connection refused') });
    const findings = await runMetricChecks('prom');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      state: 'error',
      text: 'This Prometheus does not answer: connection refused',
    });
  });

  it('takes a question that failed for no answer, and the others for what they are', async () => {
    setGrafana({
      prometheus: (expr) => (expr.includes('kube_node') ? new Error('timed out') : 7),
    });
    const findings = await runMetricChecks('prom');
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([
      { state: 'warning', text: 'Could not be looked for (kube-state-metrics): timed out' },
    ]);
  });

  it.each([[new Error('')], ['refused'], [undefined]])(
    'says that nothing is answered where the source itself can not be had: %p',
    async (reason) => {
      setDataSourceSrv({
        // Plugins of others reject with whatever they like.
        get: jest.fn().mockRejectedValue(reason),
      } as unknown as DataSourceSrv);
      const [finding, ...more] = await runMetricChecks('gone');
      expect(more).toEqual([]);
      expect(finding?.text).toMatch(/^This Prometheus does not answer(: refused)?$/);
    },
  );

  it('asks for the very names that the pages use', () => {
    const exprs = metricChecks().map(({ expr }) => expr);
    expect(new Set(exprs).size).toBe(exprs.length);
    for (const { found, missing, remedy } of metricChecks()) {
      expect(new Set([found('1'), missing, remedy, '']).size).toBe(4);
    }
  });
});
