import { filePath, mapping, someText } from './fields.js';
import { oneKind } from './kinds.js';
import type { PodsSite } from './site.js';

/** `exporter.pods`: `kubernetes`, `{kubernetes: {kubeconfig, context}}`, `{file: pods.json}` or `none`. */
export const pods = oneKind<PodsSite>(
  {
    kubernetes: mapping({
      kubeconfig: filePath.exactOptional(),
      context: someText('the name of a context of the kubeconfig').exactOptional(),
    }).transform((options): PodsSite => ({ kind: 'kubernetes', ...options })),
    file: filePath.transform((file): PodsSite => ({ kind: 'file', file })),
    none: mapping({}).transform((): PodsSite => ({ kind: 'none' })),
  },
  { what: 'pod source' },
);
