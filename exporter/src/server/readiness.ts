/** What a readiness probe is told. */
export interface Readiness {
  readonly ready: boolean;
  /** For people: what is awaited, or how fresh the figures are; a line each. */
  readonly text: string;
}
