import type { Said } from '@gpuscope/aggregation';
import type { CheckJson } from '@gpuscope/datasource/shared';

/** One thing that was looked at, for the configuration page. */
export interface Check {
  readonly state: 'ok' | 'info' | 'warning' | 'error';
  readonly said: Said;
  /** What to do about it. */
  readonly remedy?: Said;
}

export const ok = (said: Said): Check => ({ state: 'ok', said });
export const tell = (said: Said): Check => ({ state: 'info', said });
export const warn = (said: Said, remedy: Said): Check => ({ state: 'warning', said, remedy });

/** As it goes over the wire: in English, and for who reads another language. */
export const checkJson = ({ state, said, remedy }: Check): CheckJson => ({
  state,
  text: said.text,
  said,
  ...(remedy !== undefined && { remedy: remedy.text, remedySaid: remedy }),
});
