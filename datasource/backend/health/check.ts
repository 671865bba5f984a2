/** One thing that was looked at, for the configuration page. */
export interface Check {
  readonly state: 'ok' | 'info' | 'warning' | 'error';
  readonly text: string;
  /** What to do about it. */
  readonly remedy?: string;
}

export const ok = (text: string): Check => ({ state: 'ok', text });
export const tell = (text: string): Check => ({ state: 'info', text });
export const warn = (text: string, remedy: string): Check => ({ state: 'warning', text, remedy });
