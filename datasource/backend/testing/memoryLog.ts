import type { Log } from '../log.js';

/** A log that a test reads. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
    };
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
