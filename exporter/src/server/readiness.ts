/** What a readiness probe is told. */
export interface Readiness {
  readonly ready: boolean;
  /** One line for people: what is awaited, or how fresh the figures are. */
  readonly text: string;
}
