import { FieldType, LoadingState, type DataFrame, type PanelData } from '@grafana/data';

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || Number.isNaN(value);

const isBlank = (frame: DataFrame): boolean => {
  const numbers = frame.fields.filter(({ type }) => type === FieldType.number);
  if (frame.length === 0) return true;
  return numbers.length > 0 && numbers.every(({ values }) => values.every(isNothing));
};

/** What there is to see. `denied`: the reader may not ask this; `failed`: nothing came, for another reason. */
export type Shown = 'loading' | 'empty' | 'denied' | 'failed' | 'data';

/** What a panel has to show; data that came beside an error is shown, the panel marks the error. */
export function shownOf(data: PanelData | undefined): Shown {
  const blank = data === undefined || data.series.every(isBlank);
  if (!blank) return 'data';
  if (data === undefined || data.state === LoadingState.NotStarted) return 'loading';
  if (data.state === LoadingState.Loading) return 'loading';
  const { error = data.errors?.[0] } = data;
  if (data.state !== LoadingState.Error && error === undefined) return 'empty';
  return error?.status === 401 || error?.status === 403 ? 'denied' : 'failed';
}

/** What the source said. */
export function errorText({ error, errors }: PanelData): string | undefined {
  const first = error ?? errors?.[0];
  return first?.data?.message ?? first?.message ?? first?.statusText;
}
