/** How a board draws lines. */
export interface LinesOptions {
  /** Labels that get a column of their own. */
  readonly columns?: readonly string[];
  readonly isWrapped?: boolean;
}
