/** Where ring and figures go, in pixels. */
export interface RingLayout {
  readonly direction: 'column' | 'row';
  readonly diameter: number;
}

/** Height of the figures below the ring: five lines, sometimes six. */
const FIGURES_HEIGHT = 112;
/** Width of the figures beside the ring. */
const FIGURES_WIDTH = 215;
const SMALLEST = 48;
const LARGEST = 240;

const bounded = (size: number): number => Math.floor(Math.min(Math.max(size, SMALLEST), LARGEST));

/** The larger ring of the two: figures below it or beside it. */
export function ringLayout(width: number, height: number): RingLayout {
  const below = Math.min(width, height - FIGURES_HEIGHT);
  const beside = Math.min(width - FIGURES_WIDTH, height);
  return beside > below * 1.2
    ? { direction: 'row', diameter: bounded(beside) }
    : { direction: 'column', diameter: bounded(below) };
}
