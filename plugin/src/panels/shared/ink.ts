import { colorManipulator } from '@grafana/data';

const INKS = ['#000000', '#ffffff'] as const;

/** Black or white, whichever is read better: one of them always has a contrast of 4.5 and more. */
export function inkOn(background: string): string {
  const [dark, bright] = INKS.map((ink) => colorManipulator.getContrastRatio(ink, background));
  return (dark ?? 0) > (bright ?? 0) ? INKS[0] : INKS[1];
}
