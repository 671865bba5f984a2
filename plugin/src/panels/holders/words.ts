import type { TimeZone } from '@grafana/data';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { filled, formatDuration, formatShare } from '../../words/index.js';
import type { Fact } from '../shared/Facts.js';
import type { Bar, Holder, Lane } from './lane.js';

/** What is known of a holder's names, from the large to the small. */
export const holderName = ({ tenant, app, pod }: Holder): string =>
  [tenant, app, pod].filter((name) => name !== '').join(' · ') ||
  t('panels.holders.nameless', 'nobody known');

/** A lane's name, with what its node is called; the node is left out where all lanes are of one. */
export function laneName({ gpu, instance }: Lane, node = ''): string {
  const device = instance === '' ? `GPU ${gpu}` : `GPU ${gpu} / ${instance}`;
  return node === '' ? device : `${node} · ${device}`;
}

const clock = (atMs: number, timeZone: TimeZone): string =>
  dateTimeFormat(atMs, { format: 'MM-DD HH:mm', timeZone });

/** `11-20 08:00 – 11-20 13:00, 5 h`; beginnings and ends outside the time shown are not known. */
function spanText(bar: Bar, zone: TimeZone): string {
  const words = filled({
    from: clock(bar.fromMs, zone),
    to: clock(bar.toMs, zone),
    duration: formatDuration((bar.toMs - bar.fromMs) / 1000),
  });
  if (bar.isOpenBefore && bar.isOpenAfter) {
    return t('panels.holders.always', 'all of the time shown');
  }
  if (bar.isOpenBefore) return t('panels.holders.until', 'until {{to}}', words);
  return bar.isOpenAfter
    ? t('panels.holders.since', 'since {{from}}, {{duration}}', words)
    : t('panels.holders.span', '{{from}} – {{to}}, {{duration}}', words);
}

/** A bar in one line, for who can't see where it begins and ends. */
export const barSentence = (bar: Bar, zone: TimeZone): string =>
  `${holderName(bar.holder)}: ${spanText(bar, zone)}`;

/** What a tip says of a bar. */
export const barFacts = (bar: Bar, zone: TimeZone): readonly Fact[] => [
  [t('panels.holders.tenant', 'Tenant'), bar.holder.tenant],
  [t('panels.holders.app', 'App'), bar.holder.app],
  [t('panels.holders.user', 'User'), bar.holder.user],
  [
    t('panels.holders.pod', 'Pod'),
    [bar.holder.namespace, bar.holder.pod].filter((name) => name !== '').join(' / '),
  ],
  [t('panels.holders.held', 'Held'), spanText(bar, zone)],
  [
    t('panels.holders.share', 'Part of the GPU'),
    bar.share < 1 ? formatShare(bar.share) : t('panels.holders.whole', 'all of it'),
  ],
];
