import type { LogRecord } from '../record.js';

/** Who wrote a line: lines of one speaker follow each other, lines of two only happen to. */
export const speakerOf = ({ cluster, namespace, pod, container, host, unit }: LogRecord) =>
  (pod === '' ? ['', cluster, host, unit] : [cluster, namespace, pod, container]).join('\n');
