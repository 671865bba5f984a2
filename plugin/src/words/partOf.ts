import { t } from '@grafana/i18n';
import type { Unit } from '@gpuscope/dashboards';
import { formatAmount } from './amount.js';
import { isCounted, partInWord } from './counted.js';
import { filled } from './filled.js';
import { decimalsFor, formatNumber } from './number.js';
import { isScaled, scaledDecimals, shownScale, type ScaledUnit } from './scale.js';

/** Both in the prefix of the whole: `0.5 GiB of 80`. */
function scaledPart(part: number, whole: number, unit: ScaledUnit): string {
  const { by, sign } = shownScale(whole, unit);
  const figure = (value: number) => formatNumber(value / by, scaledDecimals(value / by));
  return t(
    'words.ofScaled',
    '{{part}} {{sign}} of {{whole}}',
    filled({
      part: figure(part),
      whole: figure(whole),
      sign,
    }),
  );
}

/** A part of a whole as people say it: `3.4 of 8 GPUs`, `41 GiB of 80`. */
export function formatPartOf(part: number, whole: number, unit: Unit): string {
  if (!Number.isFinite(whole)) return formatAmount(part, unit);
  if (isScaled(unit)) return scaledPart(part, whole, unit);
  const figure = (value: number) => formatNumber(value, decimalsFor(value));
  if (isCounted(unit)) return partInWord(figure(part), figure(whole), unit);
  return t(
    'words.of',
    '{{part}} of {{whole}}',
    filled({
      part: formatAmount(part, unit),
      whole: formatAmount(whole, unit),
    }),
  );
}
