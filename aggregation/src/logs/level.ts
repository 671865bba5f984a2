/** Grafana's own words, the worst first. */
export const LOG_LEVELS = ['critical', 'error', 'warning', 'info', 'debug', 'trace'] as const;

/** A line's level; a line whose level nobody knows has none. */
export type LogLevel = (typeof LOG_LEVELS)[number];
