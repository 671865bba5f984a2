import type { Messages } from '../../messages/messages.js';
import { QUOTAS } from '../../promql/quota.js';
import { SCALES } from '../../spec/level.js';
import { lines, numbers, table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';

/** From this part on a quota is nearly used up, as the alert has it. */
const NEAR = 0.9;

const now = ({ quota, words }: Messages): PanelSpec =>
  numbers(
    'stat',
    {
      id: 'numbers',
      text: quota.panels.numbers,
      unit: 'count',
      size: [24, 4],
      queries: [
        { expr: `sum(${QUOTAS.hard})`, legend: words.allowed, role: 'total' },
        { expr: `sum(${QUOTAS.used})`, legend: words.usedUp, role: 'held' },
        { expr: `count(${QUOTAS.fill})`, legend: words.quotas },
        {
          expr: `sum((${QUOTAS.fill}) > bool ${String(NEAR)})`,
          legend: words.nearlyFull,
          role: 'wasted',
        },
        { expr: `sum((${QUOTAS.fill}) >= bool 1)`, legend: words.full, role: 'fault' },
      ],
    },
    { thresholds: SCALES.plain },
  );

const all = (messages: Messages): PanelSpec => {
  const { quota, words } = messages;
  return table(
    {
      id: 'quotas',
      text: quota.panels.quotas,
      unit: 'count',
      size: [24, 10],
      queries: [
        { expr: QUOTAS.hard },
        { expr: QUOTAS.used },
        { expr: QUOTAS.free },
        { expr: QUOTAS.fill, unit: 'ratio' },
      ],
    },
    {
      columns: [
        ...nameColumns(messages, ['tenant']),
        labelColumn('namespace', words.namespace),
        labelColumn('resourcequota', words.quota),
        labelColumn('resource', words.resource),
        valueColumn('A', words.allowed, 'count', { width: 100 }),
        valueColumn('B', words.usedUp, 'count', { width: 100 }),
        valueColumn('C', words.free, 'count', { width: 100 }),
        valueColumn('D', words.fill, 'ratio', { cell: 'bar', thresholds: SCALES.full }),
      ],
      sort: { title: words.fill, descending: true },
    },
  );
};

const byTenant = (messages: Messages): PanelSpec => {
  const { quota, words } = messages;
  const sum = (figure: string): string => `sum by (cluster, tenant, resource) (${figure})`;
  return table(
    {
      id: 'tenants',
      text: quota.panels.tenants,
      unit: 'count',
      size: [12, 9],
      queries: [
        { expr: sum(QUOTAS.hard) },
        { expr: sum(QUOTAS.used) },
        { expr: `${sum(QUOTAS.used)} / (${sum(QUOTAS.hard)} > 0)`, unit: 'ratio' },
      ],
    },
    {
      columns: [
        ...nameColumns(messages, ['tenant']),
        labelColumn('resource', words.resource),
        valueColumn('A', words.allowed, 'count', { width: 100 }),
        valueColumn('B', words.usedUp, 'count', { width: 100 }),
        valueColumn('C', words.fill, 'ratio', { cell: 'bar', thresholds: SCALES.full }),
      ],
      sort: { title: words.fill, descending: true },
    },
  );
};

const fullest = ({ quota }: Messages): PanelSpec =>
  lines(
    {
      id: 'fullest',
      text: quota.panels.fullest,
      unit: 'ratio',
      size: [12, 9],
      queries: [{ expr: `topk(10, ${QUOTAS.fill})`, legend: '{{namespace}} · {{resource}}' }],
    },
    { range: { min: 0 }, thresholds: SCALES.full },
  );

/** What quotas allow, and how much of it is used up. */
export const quotas = (messages: Messages): readonly PanelSpec[] => [
  now(messages),
  all(messages),
  byTenant(messages),
  fullest(messages),
];
