/** The words of a panel. */
export interface PanelText {
  readonly title: string;
  /** The reader's question that the panel answers. */
  readonly question: string;
  /** What the figure means and how it is worked out. */
  readonly how: string;
  /** What is missing, or what it means, when nothing is shown. */
  readonly ifEmpty: string;
}
