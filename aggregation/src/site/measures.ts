import { text } from './fields.js';
import { readDuration, readSize } from './units.js';

const within = (value: number | undefined, min: number, max: number) =>
  value !== undefined && value >= min && value <= max ? value : undefined;

/** A duration, as milliseconds; the bounds as a person writes them. */
export function duration(min: string, max: string) {
  const [from = 0, to = 0] = [readDuration(min), readDuration(max)];
  return text(`a duration such as 15s, 1m30s or 500ms, from ${min} to ${max}`, (value) =>
    within(readDuration(value), from, to),
  );
}

/** A size, as bytes; the bounds as a person writes them. */
export function size(min: string, max: string) {
  const [from = 0, to = 0] = [readSize(min), readSize(max)];
  return text(`a size such as 16MiB or 512KiB, from ${min} to ${max}`, (value) =>
    within(readSize(value), from, to),
  );
}
