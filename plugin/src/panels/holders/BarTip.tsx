import type { TimeZone } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Facts } from '../shared/Facts.js';
import { Tip } from '../shared/Tip.js';
import type { NodePlace } from '../shared/nodeNames.js';
import type { Pointed } from '../shared/useGrid.js';
import type { Lane } from './lane.js';
import { barFacts, laneName } from './words.js';

interface BarTipProps {
  readonly pointed: Pointed;
  readonly lanes: readonly Lane[];
  /** What a lane's node is called. */
  readonly nodeName: (place: NodePlace) => string;
  readonly timeZone: TimeZone;
}

/** What there is to say of the bar under the pointer or in focus. */
export function BarTip({ pointed: { place, at }, lanes, nodeName, timeZone }: BarTipProps) {
  const lane = lanes[place.row];
  const bar = lane?.bars[place.column - 1];
  if (lane === undefined || bar === undefined) return null;
  const note =
    bar.holder.app === ''
      ? t('panels.holders.toNode', 'Click: open the node at that time')
      : t('panels.holders.toApp', 'Click: open the app at that time');
  return (
    <Tip at={at}>
      <Facts title={laneName(lane, nodeName(lane))} facts={barFacts(bar, timeZone)} note={note} />
    </Tip>
  );
}
