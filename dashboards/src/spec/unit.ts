/**
 * What a number on a board counts; every panel and every numeric column has one.
 *
 * `ratio` is 0–1, shown in per cent; `when` is a Unix time in milliseconds, shown as "3 hours ago"; `state` is a code
 * that mappings turn into words.
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
  | 'when'
  | 'count'
  | 'state';
