// A gauge is open at the bottom: it spans 240 degrees around its top.
const SPAN = (240 / 180) * Math.PI;
const START = -SPAN / 2;

/** A place on a circle around the origin; the angle counts clockwise from the top. */
const at = (angle: number, radius: number): string =>
  `${(Math.sin(angle) * radius).toFixed(2)} ${(-Math.cos(angle) * radius).toFixed(2)}`;

const share = (part: number): number => Math.min(1, Math.max(0, part));

/** The path of a gauge's arc between two parts of its span, each from 0 to 1. */
export function arcPath(from: number, to: number, radius: number): string {
  const [begin, end] = [START + share(from) * SPAN, START + share(to) * SPAN];
  const isLong = end - begin > Math.PI ? 1 : 0;
  return `M ${at(begin, radius)} A ${radius} ${radius} 0 ${isLong} 1 ${at(end, radius)}`;
}

/** Where a value lies between the ends of its scale, from 0 to 1. */
export const partOf = (value: number, min: number, max: number): number =>
  max > min && Number.isFinite(value) ? share((value - min) / (max - min)) : 0;
