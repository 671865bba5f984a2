import { filePath, mapping } from '../fields.js';

/** A recorded exposition in place of a GPU. */
export interface ReplaySourceSite {
  readonly kind: 'replay';
  readonly file: string;
}

export const replaySource = mapping({ file: filePath }).transform(({ file }): ReplaySourceSite => ({
  kind: 'replay',
  file,
}));
