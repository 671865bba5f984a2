import { t } from '@grafana/i18n';
import { filled, formatNumber, formatShare } from '../../words/index.js';
import type { Cell } from './cell.js';
import { deviceName, soleHolder } from './cell.js';
import type { Counts, Kind } from './counts.js';
import { kindOf, KINDS } from './counts.js';
import type { MapGroup } from './groups.js';

/** What a state is called in the legend. */
export function kindName(kind: Kind): string {
  switch (kind) {
    case 'sick':
      return t('panels.map.sick', 'sick');
    case 'throttled':
      return t('panels.map.throttled', 'throttled');
    case 'heldIdle':
      return t('panels.map.heldIdle', 'held, idle');
    case 'busy':
      return t('panels.map.busy', 'busy');
    case 'light':
      return t('panels.map.light', 'under 50 % busy');
    case 'unmeasured':
      return t('panels.map.unmeasured', 'use not measured');
    case 'free':
      return t('panels.map.free', 'free');
  }
}

/** `3 sick · 12 held, idle`, the worst first; what is not there is not named. */
export const countsText = (counts: Counts, kinds: readonly Kind[] = KINDS): string =>
  kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kindName(kind)}`)
    .join(' · ');

export const groupName = ({ kind, name }: MapGroup): string => {
  if (name !== '') return name;
  switch (kind) {
    case 'pool':
      return t('panels.map.noPool', 'No pool named');
    case 'rack':
      return t('panels.map.noRack', 'No rack named');
    case 'cluster':
      return t('panels.map.noCluster', 'No cluster named');
  }
};

/** `120 nodes · 960 GPUs · 71 % busy`. */
export const groupSize = ({ nodes, boards, busy }: MapGroup): string =>
  Number.isNaN(busy)
    ? t(
        'panels.map.groupUnmeasured',
        '{{nodes}} nodes · {{boards}} GPUs',
        filled({ nodes: String(nodes.length), boards: String(boards) }),
      )
    : t(
        'panels.map.groupSize',
        '{{nodes}} nodes · {{boards}} GPUs · {{busy}} busy',
        filled({ nodes: String(nodes.length), boards: String(boards), busy: formatShare(busy) }),
      );

/** How busy a cell is, as it is written into it: whole per cent without their sign. */
export const busyFigure = ({ busy }: Cell): string => formatNumber(busy * 100, 0);

/** A cell in one line, for who can't see it: `GPU 3: 97 %, busy, cv / trainer`. */
export function cellSentence(cell: Cell): string {
  const holder = soleHolder(cell);
  const parts = [
    Number.isNaN(cell.busy) ? '' : `${busyFigure(cell)} %`,
    kindName(kindOf(cell)),
    holder === undefined ? '' : [holder.tenant, holder.app].filter(Boolean).join(' / '),
  ];
  return `${deviceName(cell)}: ${parts.filter(Boolean).join(', ')}`;
}
