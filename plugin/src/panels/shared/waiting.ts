import type { PanelData } from '@grafana/data';
import { LoadingState } from '@grafana/data';

/** Asked, and nothing has come yet; old figures stay while new ones are fetched. */
export const isWaiting = ({ state, series }: PanelData): boolean =>
  series.length === 0 && (state === LoadingState.Loading || state === LoadingState.NotStarted);

/** What went wrong, in the words of whoever was asked; undefined where nothing did. */
export const failureOf = ({ state, errors, error }: PanelData): string | undefined => {
  const first = errors?.[0] ?? error;
  if (first === undefined && state !== LoadingState.Error) return undefined;
  return first?.data?.message ?? first?.message ?? '';
};
