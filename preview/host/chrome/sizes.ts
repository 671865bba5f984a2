/** Height of the bar at the top, px. */
export const TOP_HEIGHT = 40;
/** Width of the list of pages, px. */
export const NAV_WIDTH = 220;
/** Narrower windows show the list of pages on demand, px. */
export const NARROW = 992;
