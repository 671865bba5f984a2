import type { Logger } from 'pino';
import { destination, pino } from 'pino';

export type { Logger } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where log lines go. */
export interface LogSink {
  write(line: string): void;
}

/** One JSON object a line on standard error, so that standard output stays free for what commands print. */
export function createLogger(
  level: LogLevel,
  sink: LogSink = destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: { program: 'gpuscope-exporter' },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
    },
    sink,
  );
}
