/** What a check found. */
export interface Finding {
  readonly state: 'ok' | 'warning' | 'error' | 'info';
  readonly text: string;
  /** What to do, in a sentence. */
  readonly remedy?: string;
  /** A line to be copied into a shell. */
  readonly line?: string;
}
