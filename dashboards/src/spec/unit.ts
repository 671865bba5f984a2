/**
 * What a number on a board counts; every panel and every numeric column has one.
 *
 * `lasting` are seconds of what goes on for hours and days; `ratio` is 0–1, shown in per cent; `when` is a Unix time in milliseconds, shown as "3 hours ago"; `state` is a code
 * that mappings turn into words; `money:€` is an amount with what stands before it.
 */
export type Unit =
  | 'gpus'
  | 'gpuHours'
  | 'cores'
  | 'ratio'
  | 'bytes'
  | 'bytesPerSecond'
  | 'watts'
  | 'kilowattHours'
  | 'celsius'
  | 'hertz'
  | 'seconds'
  | 'lasting'
  | 'when'
  | 'count'
  | 'state'
  | Money;

export type Money = `money:${string}`;

const MONEY = 'money:';

export const moneyUnit = (currency: string): Money => `${MONEY}${currency}`;

/** What stands before an amount; undefined: it is none of money. */
export const currencyOf = (unit: Unit): string | undefined =>
  unit.startsWith(MONEY) ? unit.slice(MONEY.length) : undefined;
