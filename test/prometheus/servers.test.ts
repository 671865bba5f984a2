import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  checkMetrics,
  checkRules,
  startPrometheus,
  testRules,
  type PrometheusServer,
} from '../servers/index.js';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function until<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  const deadline = performance.now() + 90_000;
  while (performance.now() < deadline) {
    const found = await ask();
    if (found.length > 0) return found;
    await sleep(100);
  }
  return [];
}

const rules = `groups:
  - name: synthetic
    interval: 1s
    rules:
      - record: synthetic:lamps:sum
        expr: sum(synthetic_lamp_lit)
`;

describe('a Prometheus for tests', () => {
  let target: Server;
  let prometheus: PrometheusServer;

  beforeAll(async () => {
    target = createServer((_request, response) => {
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end('synthetic_lamp_lit{room="a"} 1\nsynthetic_lamp_lit{room="b"} 2\n');
    });
    await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
    const { port } = target.address() as AddressInfo;
    prometheus = await startPrometheus({
      config: {
        global: { scrape_interval: '1s', evaluation_interval: '1s' },
        scrape_configs: [
          { job_name: 'lamps', static_configs: [{ targets: [`127.0.0.1:${port}`] }] },
        ],
      },
      rules: { 'synthetic.yml': rules },
    });
  });

  afterAll(async () => {
    await prometheus.stop();
    target.close();
    target.closeAllConnections();
  });

  it('scrapes what it is told to and evaluates its rules', async () => {
    const recorded = await until(() => prometheus.query('synthetic:lamps:sum'));
    expect(recorded.map((sample) => sample.value)).toEqual([3]);
    const lamps = await prometheus.query('synthetic_lamp_lit');
    expect(lamps.map((sample) => [sample.labels.room, sample.value]).sort()).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('answers a range', async () => {
    await until(() => prometheus.query('synthetic_lamp_lit'));
    const now = Date.now() / 1000;
    const series = await prometheus.queryRange('synthetic_lamp_lit{room="b"}', {
      start: now - 10,
      end: now,
      step: 1,
    });
    expect(new Set(series.flatMap((one) => one.points.map(([, value]) => value)))).toEqual(
      new Set([2]),
    );
  });

  it('passes on what Prometheus says of a bad query', async () => {
    await expect(prometheus.query('sum(')).rejects.toThrow(/"sum\(".*parse error/);
  });

  it('reloads changed rules and refuses broken ones', async () => {
    const config = { global: { evaluation_interval: '1s' } };
    const constant = rules.replace('sum(synthetic_lamp_lit)', 'vector(7)');
    await prometheus.reload({ config, rules: { 'synthetic.yml': constant } });
    const sevens = await until(() => prometheus.query('synthetic:lamps:sum == 7'));
    expect(sevens).toHaveLength(1);
    await expect(prometheus.reload({ config: 'rule_files: 3' })).rejects.toThrow(/reload/);
  });
});

describe('starting and stopping', () => {
  it('leaves neither process nor folder behind', async () => {
    const prometheus = await startPrometheus();
    expect(isAlive(prometheus.pid)).toBe(true);
    await prometheus.stop();
    expect(isAlive(prometheus.pid)).toBe(false);
    await expect(stat(prometheus.dir)).rejects.toThrow(/ENOENT/);
  });

  it('says what Prometheus says when it will not start', async () => {
    await expect(startPrometheus({ config: 'scrape_configs: nonsense' })).rejects.toThrow(
      /Prometheus ended\..*nonsense/s,
    );
  });

  it('runs two side by side', async () => {
    const both = await Promise.all([startPrometheus(), startPrometheus()]);
    expect(new Set(both.map((one) => one.url)).size).toBe(2);
    await Promise.all(both.map((one) => one.stop()));
  });
});

describe('promtool', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpuscope-promtool-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const ruleTest = (value: number): string =>
    JSON.stringify({
      rule_files: ['rules.yml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: [{ series: 'synthetic_lamp_lit{room="a"}', values: '4 4 4' }],
          promql_expr_test: [
            {
              expr: 'synthetic:lamps:sum',
              eval_time: '2m',
              exp_samples: [{ labels: 'synthetic:lamps:sum', value }],
            },
          ],
        },
      ],
    });

  it('tells a passing rule test from a failing one', async () => {
    await writeFile(join(folder, 'rules.yml'), rules);
    await writeFile(join(folder, 'good.yml'), ruleTest(4));
    await writeFile(join(folder, 'bad.yml'), ruleTest(5));
    expect((await testRules(join(folder, 'good.yml'))).code).toBe(0);
    const bad = await testRules(join(folder, 'bad.yml'));
    expect(bad.code).toBe(1);
    expect(bad.stdout + bad.stderr).toContain('synthetic:lamps:sum');
  });

  it('checks rules and metrics', async () => {
    await writeFile(join(folder, 'rules.yml'), rules);
    expect((await checkRules(join(folder, 'rules.yml'))).code).toBe(0);
    const text = '# HELP synthetic_lit_total Lamps.\n# TYPE synthetic_lit_total counter\n';
    expect((await checkMetrics(`${text}synthetic_lit_total 1\n`)).code).toBe(0);
    const unhelped = await checkMetrics('# TYPE synthetic_lit counter\nsynthetic_lit 1\n');
    expect(unhelped.code).toBe(3);
    expect(unhelped.stdout + unhelped.stderr).toContain('synthetic_lit');
  });

  it('makes history that Prometheus then answers from', async () => {
    const start = Math.floor(Date.now() / 1000) - 7200;
    const lines = Array.from({ length: 60 }, (_, i) => `synthetic_past ${i} ${start + i * 60}`);
    const file = join(folder, 'history.om');
    await writeFile(file, `# TYPE synthetic_past gauge\n${lines.join('\n')}\n# EOF\n`);
    const prometheus = await startPrometheus({ history: file });
    try {
      const [sample] = await prometheus.query('synthetic_past', start + 30 * 60);
      expect(sample?.value).toBe(30);
    } finally {
      await prometheus.stop();
    }
  });
});
