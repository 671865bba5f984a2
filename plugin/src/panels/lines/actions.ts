import type { LogRow } from './row.js';

/** What can be done with a line where it is shown; what is left out is not offered. */
export interface LineActions {
  /** Narrows to lines with this value, or to those without it. */
  readonly onFilter?: (name: string, value: string, isOut: boolean) => void;
  /** Shows the lines around this one. */
  readonly onContext?: (row: LogRow) => void;
  /** Narrows to the line's pod. */
  readonly onPod?: (row: LogRow) => void;
  /** Adds a label as a column. */
  readonly onColumn?: (name: string) => void;
  /** In place of the above, the pages that show it. */
  readonly contextUrl?: (row: LogRow) => string | undefined;
  readonly podUrl?: (row: LogRow) => string | undefined;
}
