import type { Messages } from '../../messages/messages.js';
import { avgBy, codeWhere, firstOf, maxBy } from '../../promql/expr.js';
import { OF_APPS, select } from '../../promql/select.js';
import type { Level } from '../../spec/level.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { nameColumns, podColumn, valueColumn } from '../columns.js';

const POD = ['cluster', 'tenant', 'app', 'user', 'namespace', 'pod'];

const mean = (metric: Parameters<typeof select>[0]): string =>
  avgBy(POD, `avg_over_time(${select(metric, OF_APPS)}[5m])`);

const throttled = (reason: string): string =>
  `${maxBy(POD, `rate(${select('gpu_workload_throttle_seconds_total', OF_APPS, `reason="${reason}"`)}[5m])`)} > 0.1`;

const busy = mean('gpu_workload_engine_active_ratio');
const xid = `${maxBy(POD, select('gpu_workload_xid_last_timestamp_seconds', OF_APPS))} > time() - 3600`;

type Verdict = keyof Messages['states']['verdict'];

/** The first condition that holds is the verdict. */
const VERDICTS: readonly (readonly [Verdict, string, Level])[] = [
  ['fault', xid, 'bad'],
  ['heat', throttled('thermal'), 'bad'],
  ['power', throttled('power'), 'warn'],
  ['notUsing', `${busy} < 0.05`, 'warn'],
  ['waiting', `${busy} < 0.5`, 'warn'],
  ['memoryBound', `${mean('gpu_workload_dram_active_ratio')} > 0.6`, 'note'],
  ['fillsLittle', `${mean('gpu_workload_sm_active_ratio')} < 0.3`, 'note'],
  ['tensor', `${mean('gpu_workload_tensor_active_ratio')} > 0.3`, 'good'],
  ['plain', busy, 'plain'],
];

const code = firstOf(...VERDICTS.map(([, condition], at) => codeWhere(at, condition)));

/** What holds each pod back, in plain words. */
export const verdict = (messages: Messages): PanelSpec => {
  const { workload, words, states } = messages;
  return table(
    {
      id: 'verdict',
      text: workload.panels.verdict,
      unit: 'state',
      size: [12, 8],
      queries: [{ expr: code }],
    },
    {
      columns: [
        podColumn(messages),
        valueColumn('A', words.verdict, 'state', {
          cell: 'filled',
          width: 190,
          mappings: VERDICTS.map(([name, , level], at) => ({
            value: String(at),
            text: states.verdict[name],
            level,
          })),
        }),
        ...nameColumns(messages, ['app', 'user', 'tenant']),
      ],
    },
  );
};
