import type { Messages } from '../messages/messages.js';
import { maxBy, sumBy } from '../promql/expr.js';
import { select } from '../promql/select.js';
import { SCALES } from '../spec/level.js';
import { own, statesOf } from '../spec/panel.js';
import type { OwnPanel } from '../spec/panelSpec.js';
import type { PanelText } from '../spec/panelText.js';
import { busyMappings } from './busyMappings.js';

/** Labels that tell one holding from another. */
export const HELD = [
  'cluster',
  'node',
  'gpu',
  'gpu_instance',
  'tenant',
  'app',
  'user',
  'namespace',
  'pod',
  'container',
] as const;

/** What the stock timeline shows in place of the holders: how busy each was. */
export interface PlainTimeline {
  readonly by: readonly string[];
  readonly legend: string;
}

/** Who held which device when, of the workloads that `scope` matches. */
export function holdersTimeline(
  messages: Messages,
  text: PanelText,
  scope: string,
  { by, legend }: PlainTimeline,
): OwnPanel {
  const size = [24, 9] as const;
  const used = maxBy(by, select('gpu_workload_utilization_ratio', scope));
  return own('holders', {
    id: 'holders',
    text,
    unit: 'ratio',
    size,
    queries: { held: { expr: sumBy(HELD, select('gpu_workload_allocated_ratio', scope)) } },
    plain: [
      statesOf(
        { id: 'holders-states', text, unit: 'ratio', size, queries: [{ expr: used, legend }] },
        { mappings: busyMappings(messages), thresholds: SCALES.busy },
      ),
    ],
  });
}
