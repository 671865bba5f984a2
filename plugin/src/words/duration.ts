import { t } from '@grafana/i18n';
import { filled } from './filled.js';
import { formatNumber, NO_FIGURE } from './number.js';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/**
 * How long, in the one unit that people would name: `45 s`, `12 min`, `5 h`, `3 days`.
 *
 * Whole units that have passed, as of an age; hours up to two days, so that yesterday can be told from the day before.
 *
 * @param seconds of nothing and less it is `0 s`
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return NO_FIGURE;
  const passed = Math.max(0, seconds);
  const whole = (unit: number) => formatNumber(Math.floor(passed / unit), 0);
  if (passed < MINUTE) return t('words.seconds', '{{amount}} s', filled({ amount: whole(1) }));
  if (passed < HOUR) return t('words.minutes', '{{amount}} min', filled({ amount: whole(MINUTE) }));
  if (passed < 2 * DAY) return t('words.hours', '{{amount}} h', filled({ amount: whole(HOUR) }));
  return t('words.days', '{{amount}} days', filled({ amount: whole(DAY) }));
}

/** `idle for 5 h`. */
export const formatIdle = (seconds: number): string =>
  t('words.idleFor', 'idle for {{duration}}', filled({ duration: formatDuration(seconds) }));

/** How long something has lasted: `for 3 days`. */
export const formatLasting = (seconds: number): string =>
  t('words.lasting', 'for {{duration}}', filled({ duration: formatDuration(seconds) }));

/**
 * When something was, from now: `5 h ago`, `in 5 h`, `now`.
 *
 * @param atMs Unix time in milliseconds
 */
export function formatWhen(atMs: number, nowMs: number = Date.now()): string {
  if (!Number.isFinite(atMs)) return NO_FIGURE;
  const seconds = (nowMs - atMs) / 1000;
  if (Math.abs(seconds) < 1) return t('words.now', 'now');
  return seconds > 0
    ? t('words.ago', '{{duration}} ago', filled({ duration: formatDuration(seconds) }))
    : t('words.ahead', 'in {{duration}}', filled({ duration: formatDuration(-seconds) }));
}
