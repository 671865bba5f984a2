import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALERTS, RECORDINGS, RULE_GROUPS, ruleFile } from '@gpuscope/provisioning';
import { checkRules, testRules, type CommandResult } from '../servers/index.js';
import type { AlertCase } from './rules/alertCase.js';
import { EXPORTER_CASES } from './rules/exporterCases.js';
import { HARDWARE_CASES } from './rules/hardwareCases.js';
import { RECORDING_CASES } from './rules/recordingCases.js';
import { USAGE_CASES } from './rules/usageCases.js';

const CASES: readonly AlertCase[] = [...HARDWARE_CASES, ...USAGE_CASES, ...EXPORTER_CASES];

const inputs = (series: Readonly<Record<string, string>>): object[] =>
  Object.entries(series).map(([name, values]) => ({ series: name, values }));

/** Counts the firing instances of the alert that carry all these labels. */
const firing = ({ alert, carries }: AlertCase): string => {
  const labels = carries.map((label) => `${label}!=""`);
  return `count(ALERTS{${[`alertname="${alert}"`, 'alertstate="firing"', ...labels].join(', ')}})`;
};

const alertTest = (one: AlertCase, series: AlertCase['fires'], fires: boolean): object => ({
  interval: '1m',
  input_series: inputs(series),
  promql_expr_test: [
    {
      expr: fires ? firing(one) : `count(ALERTS{alertname="${one.alert}", alertstate="firing"})`,
      eval_time: one.at,
      exp_samples: fires ? [{ labels: '{}', value: 1 }] : [],
    },
  ],
});

/** promtool's own words are the message. */
const expectWell = ({ code, stdout, stderr }: CommandResult): void => {
  expect(code === 0 ? '' : stdout + stderr).toBe('');
};

describe('the shipped rules', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'rules-'));
    await writeFile(join(dir, 'gpuscope.rules.yaml'), ruleFile(RULE_GROUPS));
  });
  afterAll(() => rm(dir, { recursive: true }));

  const run = async (name: string, tests: readonly object[]): Promise<void> => {
    const file = join(dir, `${name}.test.yaml`);
    const rule_files = ['gpuscope.rules.yaml'];
    await writeFile(file, JSON.stringify({ rule_files, evaluation_interval: '1m', tests }));
    expectWell(await testRules(file));
  };

  it('are accepted by promtool', async () => {
    expectWell(await checkRules(join(dir, 'gpuscope.rules.yaml')));
  });

  it.each(CASES.map((one, i) => [`${one.alert} (${String(i)})`, one] as const))(
    '%s fires, and does not on a near miss',
    async (name, one) => {
      await run(name.replace(/\W/g, '-'), [
        alertTest(one, one.fires, true),
        alertTest(one, one.silent, false),
      ]);
    },
  );

  it.each(RECORDING_CASES.map((one, i) => [`${one.record} (${String(i)})`, one] as const))(
    '%s adds up rightly',
    async (name, { record, series, at, gives }) => {
      const exp_samples = Object.entries(gives).map(([labels, value]) => ({
        labels: `${record}${labels}`,
        value,
      }));
      await run(name.replace(/\W/g, '-'), [
        {
          interval: '1m',
          input_series: inputs(series),
          promql_expr_test: [{ expr: record, eval_time: at, exp_samples }],
        },
      ]);
    },
  );

  it('have a case each', () => {
    const alerts = new Set(ALERTS.map(({ alert }) => alert));
    expect(new Set(CASES.map(({ alert }) => alert))).toEqual(alerts);
    const records = new Set(RECORDINGS.map(({ record }) => record));
    expect(new Set(RECORDING_CASES.map(({ record }) => record))).toEqual(records);
  });
});
