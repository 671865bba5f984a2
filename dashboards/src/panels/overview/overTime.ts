import type { Messages } from '../../messages/messages.js';
import { gpuBoards } from '../../promql/fleet.js';
import { ON_NODES, select } from '../../promql/select.js';
import { lines } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';

/** GPUs held and used, and how many there were. */
export const overTime = ({ overview: { panels }, words }: Messages): PanelSpec =>
  lines(
    {
      id: 'gpus-over-time',
      text: panels.overTime,
      unit: 'gpus',
      size: [8, 10],
      queries: [
        {
          expr: `sum(${select('gpu_workload_allocated_gpus', ON_NODES)})`,
          legend: words.held,
          role: 'held',
        },
        {
          expr: `sum(${select('gpu_workload_used_gpus', ON_NODES)})`,
          legend: words.used,
          role: 'used',
        },
        { expr: `count(${gpuBoards})`, legend: words.total, role: 'total' },
      ],
    },
    { range: { min: 0 } },
  );
