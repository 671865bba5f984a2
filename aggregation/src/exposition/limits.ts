/**
 * What one exposition may ask of its reader. The defaults are far above what dcgm-exporter sends
 * (about 300 characters a line, 15 labels, some thousand lines) and far below what would hurt.
 */
export interface ExpositionLimits {
  /** UTF-16 code units of one line, its line feed left out. */
  readonly maxLineLength: number;
  readonly maxSamples: number;
  readonly maxLabels: number;
  /** UTF-16 code units of one label value as written, escapes included. */
  readonly maxLabelValueLength: number;
  /** Problems that are listed one by one; the others are counted in a last one. */
  readonly maxProblems: number;
}

export const DEFAULT_EXPOSITION_LIMITS: ExpositionLimits = {
  maxLineLength: 65_536,
  maxSamples: 1_000_000,
  maxLabels: 128,
  maxLabelValueLength: 16_384,
  maxProblems: 1_000,
};
