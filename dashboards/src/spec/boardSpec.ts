import type { BoardId, LinkSpec } from './link.js';
import type { PanelSpec } from './panelSpec.js';
import type { VariableSpec } from './variableSpec.js';

/** Panels under one heading, laid out from left to right. */
export interface SectionSpec {
  /** A word that is the same in every language, unique on the board. */
  readonly id: string;
  readonly title: string;
  readonly panels: readonly PanelSpec[];
}

/** Moments marked in every graph: the values of `expr` are Unix times in milliseconds. */
export interface MarkSpec {
  readonly name: string;
  readonly expr: string;
  /** Text of a mark, labels as `{{label}}`. */
  readonly text: string;
}

/** A board as data. */
export interface BoardSpec {
  readonly id: BoardId;
  readonly title: string;
  readonly description: string;
  /** `tenant`: every query asks for series that carry `tenant`, and no others. */
  readonly audience: 'operator' | 'tenant';
  /** Start of the time range that it opens with, such as `now-30d`; left out, six hours. */
  readonly from?: string;
  readonly variables: readonly VariableSpec[];
  readonly marks: readonly MarkSpec[];
  readonly links: readonly LinkSpec[];
  readonly sections: readonly SectionSpec[];
}
