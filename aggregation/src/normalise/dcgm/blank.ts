import { type KnownUnit, toOldUnit } from './units.js';

/**
 * Numbers with which DCGM says "no value", "not found", "not supported" and "not permitted"; the last four bits are room
 * for more. Facts: dcgm_structs.h. The 64-bit ones are one single number once they are read as doubles. The last is an
 * unset unsigned 32-bit number, seen as spikes (dcgm-exporter issue 418).
 */
const WINDOWS: readonly (readonly [number, number])[] = [
  [0x7ffffff0, 0x7fffffff],
  [140_737_488_355_328, 140_737_488_355_343],
  [2 ** 63 - 2048, 2 ** 63],
  [0xffffffff, 0xffffffff],
];

/**
 * Whether a number is one of DCGM's blanks, also after dcgm-exporter converted it to another unit. A counter that truly
 * stands on one of them is missed once; a blank that is believed is a spike for ever.
 */
export const isBlank = (value: number, unit: KnownUnit): boolean =>
  inWindow(value) || inWindow(toOldUnit(value, unit));

/** A conversion rounds: 1e-12 is a few of a double's last places. */
const inWindow = (value: number): boolean =>
  WINDOWS.some(([from, to]) => value >= from * (1 - 1e-12) && value <= to * (1 + 1e-12));
