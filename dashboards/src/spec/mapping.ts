import type { Level } from './level.js';

/** Words in place of a value: one value, or all from `from` to `to` inclusive. Labels match as text. */
export type Mapping =
  | { readonly value: string; readonly text: string; readonly level?: Level }
  | {
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly level?: Level;
    };
