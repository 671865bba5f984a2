/** Options of the timeline of holders. */
export interface HoldersOptions {
  /** Said where nobody held a GPU in the time shown. */
  readonly ifEmpty?: string;
}
