import { t } from '@grafana/i18n';
import {
  filled,
  formatDuration,
  formatIdle,
  formatLasting,
  formatShare,
} from '../../words/index.js';
import type { Fact } from '../shared/Facts.js';
import { Facts } from '../shared/Facts.js';
import type { Cell, CellHolder } from './cell.js';
import { deviceName, soleHolder } from './cell.js';
import { kindOf } from './counts.js';
import { kindName } from './words.js';

/** More holders of one device than this are only counted. */
const MANY_HOLDERS = 3;

const since = ({ sinceMs }: CellHolder, nowMs: number): string | undefined =>
  sinceMs === undefined ? undefined : formatLasting((nowMs - sinceMs) / 1000);

const holderFacts = (holder: CellHolder, nowMs: number): readonly Fact[] => [
  [t('panels.map.tenant', 'Tenant'), holder.tenant],
  [t('panels.map.app', 'App'), holder.app],
  [t('panels.map.user', 'User'), holder.user],
  [t('panels.map.pod', 'Pod'), holder.pod],
  [t('panels.map.held', 'Held'), since(holder, nowMs)],
];

function lastUseText({ state, idleSeconds }: Cell): string | undefined {
  if (idleSeconds === undefined) return undefined;
  if (state === 'heldIdle') return formatIdle(idleSeconds);
  return t('panels.map.ago', '{{duration}} ago', filled({ duration: formatDuration(idleSeconds) }));
}

const moreText = (holders: readonly CellHolder[]): string | undefined =>
  holders.length > MANY_HOLDERS
    ? t(
        'panels.map.more',
        'and {{more}} more',
        filled({ more: String(holders.length - MANY_HOLDERS) }),
      )
    : undefined;

const noteOf = (cell: Cell): string =>
  (soleHolder(cell)?.app ?? '') === ''
    ? t('panels.map.toNode', 'Click: open the node')
    : t('panels.map.toApp', 'Click: open the app');

interface CellTipProps {
  readonly cell: Cell;
  /** What its node is called. */
  readonly nodeName: string;
  readonly nowMs: number;
  /** Whether a click on it leads anywhere. */
  readonly isLink?: boolean;
}

/** What is known of a cell: whose it is, since when, how busy, idle for how long. */
export function CellTip({ cell, nodeName, nowMs, isLink = true }: CellTipProps) {
  const { holders, busy } = cell;
  const facts: readonly Fact[] = [
    [t('panels.map.state', 'State'), kindName(kindOf(cell))],
    [
      t('panels.map.utilisation', 'Utilisation'),
      Number.isNaN(busy) ? t('panels.map.notMeasured', 'not measured') : formatShare(busy),
    ],
    [t('panels.map.lastUsed', 'Last used'), lastUseText(cell)],
    ...holders.slice(0, MANY_HOLDERS).flatMap((holder) => holderFacts(holder, nowMs)),
    ['', moreText(holders)],
    [t('panels.map.model', 'Model'), [cell.model, cell.profile].filter(Boolean).join(', ')],
  ];
  return (
    <Facts
      title={`${nodeName} · ${deviceName(cell)}`}
      facts={facts}
      note={isLink ? noteOf(cell) : undefined}
    />
  );
}
