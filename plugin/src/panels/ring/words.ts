import { t } from '@grafana/i18n';
import type { Unit } from '@gpuscope/dashboards';
import { filled, formatAmount, formatPartOf, formatShare } from '../../words/index.js';
import type { RingModel } from './model.js';
import type { RingOptions } from './options.js';

/** A line below the ring; `mark` ties it to a part of the drawing. */
export interface Figure {
  readonly mark: 'total' | 'held' | 'unused' | 'used' | 'unknown' | 'free';
  readonly name: string;
  readonly amount: string;
  readonly explanation: string;
}

type Names = NonNullable<RingOptions['names']>;

export function partNames(names: Names = {}) {
  const held = names.held ?? t('panels.ring.held', 'Held');
  return {
    total: names.total ?? t('panels.ring.total', 'Total'),
    held,
    used: names.used ?? t('panels.ring.used', 'Used'),
    unknown: names.unknown ?? t('panels.ring.unknown', 'Holder unknown'),
    unused: t('panels.ring.unused', '{{held}}, not used', filled({ held })),
    free: t('panels.ring.free', 'Free'),
  };
}

const share = (part: number, total: number): string => formatShare(part / total);

/** What a part is, and how much of the whole. */
function explanations({ total, held, used, unused, unknown, free }: RingModel, unit: Unit) {
  const of = (part: number) => ({
    part: formatPartOf(part, total, unit),
    share: share(part, total),
  });
  return {
    total: t('panels.ring.aboutTotal', 'All that there is.'),
    held: t(
      'panels.ring.aboutHeld',
      'Outer ring: {{part}} ({{share}}) given out, whether it works or not.',
      filled(of(held)),
    ),
    used: t('panels.ring.aboutUsed', 'Inner ring: {{part}} ({{share}}) at work.', filled(of(used))),
    unused: t(
      'panels.ring.aboutUnused',
      'The gap between the rings: {{part}} ({{share}}) given out and not at work.',
      filled(of(unused)),
    ),
    unknown: t(
      'panels.ring.aboutUnknown',
      'Hatched: {{part}} ({{share}}) that somebody has, and nobody knows who.',
      filled(of(unknown)),
    ),
    free: t(
      'panels.ring.aboutFree',
      'Rest of the outer ring: {{part}} ({{share}}) that nobody has.',
      filled(of(free)),
    ),
  };
}

/** The figures below the ring, from the whole to what is left. */
export function figuresOf(model: RingModel, { unit, names }: RingOptions): readonly Figure[] {
  const called = partNames(names);
  const about = explanations(model, unit);
  const marks: readonly Figure['mark'][] = [
    'total',
    'held',
    'used',
    'unused',
    ...(model.unknown > 0 ? (['unknown'] as const) : []),
    'free',
  ];
  return marks.map((mark) => ({
    mark,
    name: called[mark],
    amount: formatAmount(model[mark], unit),
    explanation: about[mark],
  }));
}

/** The whole ring in one sentence, for who can't see it. */
export const sentenceOf = (model: RingModel, { unit }: RingOptions): string =>
  t(
    'panels.ring.sentence',
    '{{used}} at work, {{held}} given out.',
    filled({
      used: formatPartOf(model.used, model.total, unit),
      held: formatPartOf(model.held, model.total, unit),
    }),
  );
