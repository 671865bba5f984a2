import { t } from '@grafana/i18n';
import { rowsOf } from '../../../panels/shared/rows.js';
import { filled } from '../../../words/index.js';
import { askPrometheus } from '../prometheus.js';
import { reasonOf } from '../sources/save.js';
import type { Finding } from './check.js';
import { findingOf, metricChecks, type MetricCheck } from './metrics.js';

const unreached = (reason: string): Finding => ({
  state: 'error',
  text: [t('config.checks.unreached', 'This Prometheus does not answer'), reason]
    .filter((part) => part !== '')
    .join(': '),
  remedy: t(
    'config.checks.unreachedRemedy',
    'Open the data source and press "Save & test": address, login and network are told there.',
  ),
});

/** That a question failed does not say that what was asked for is not there. */
const unseen = ({ id }: MetricCheck, reason: string): Finding => ({
  state: 'warning',
  text: t(
    'config.checks.unseen',
    'Could not be looked for ({{what}}): {{reason}}',
    filled({ what: id, reason }),
  ),
});

/** Whether a Prometheus answers, and what of the pages' figures it has. */
export async function runMetricChecks(uid: string): Promise<readonly Finding[]> {
  const checks = metricChecks();
  const exprs = Object.fromEntries(checks.map(({ id, expr }) => [id, expr]));
  try {
    const { series, failure, failed } = await askPrometheus(uid, exprs);
    if (failure !== undefined && series.length === 0) return [unreached(failure)];
    const reached: Finding = {
      state: 'ok',
      text: t('config.checks.reached', 'This Prometheus answers'),
    };
    const found = checks.map((check) => {
      const { [check.id]: reason } = failed;
      if (reason !== undefined) return unseen(check, reason);
      return findingOf(check, rowsOf(series, check.id)[0]?.value ?? 0);
    });
    return [reached, ...found];
  } catch (error) {
    return [unreached(reasonOf(error))];
  }
}
