import { stringify } from 'yaml';
import { isAlert, type AlertRule, type RecordingRule, type RuleGroup } from '../rules/rule.js';

/** Where the runbooks are read; the alert's name and `.md` come after it. */
export const RUNBOOKS = 'https://github.com/gpuscope/gpuscope/blob/main/docs/runbooks/';

const HEADER = '# Made by `npm run generate` from provisioning/src/rules. Do not edit.\n';

type Yaml = Readonly<Record<string, unknown>>;

function ruleYaml(rule: RecordingRule | AlertRule): Yaml {
  if (!isAlert(rule)) return { record: rule.record, expr: rule.expr };
  return {
    alert: rule.alert,
    expr: rule.expr,
    ...(rule.for !== undefined && { for: rule.for }),
    labels: { severity: rule.severity, audience: rule.audience, ...rule.labels },
    annotations: {
      summary: rule.summary,
      description: rule.description,
      runbook_url: `${RUNBOOKS}${rule.alert}.md`,
    },
  };
}

const groupsYaml = (groups: readonly RuleGroup[]): Yaml => ({
  groups: groups.map(({ name, interval, rules }) => ({
    name,
    ...(interval !== undefined && { interval }),
    rules: rules.map(ruleYaml),
  })),
});

/** A rules file for Prometheus. */
export const ruleFile = (groups: readonly RuleGroup[]): string =>
  HEADER + stringify(groupsYaml(groups), { lineWidth: 0 });

/** The same as a PrometheusRule for the Prometheus operator. */
export const ruleManifest = (groups: readonly RuleGroup[]): string =>
  HEADER +
  stringify(
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name: 'gpuscope',
        labels: { 'app.kubernetes.io/name': 'gpuscope', 'app.kubernetes.io/component': 'rules' },
      },
      spec: groupsYaml(groups),
    },
    { lineWidth: 0 },
  );
