import {
  DataFrameType,
  FieldType,
  getFieldDisplayName,
  TIME_SERIES_TIME_FIELD_NAME,
  TIME_SERIES_VALUE_FIELD_NAME,
  type DataFrame,
  type Field,
} from '@grafana/data';
import { numberOf, seriesOf, type Answer, type Labels, type Sample } from './answer.js';
import { durationText } from './interval.js';
import { legendOf } from './legend.js';
import { AUTO_LEGEND, type PromQuery } from './query.js';

/** A query as it was sent, with what came back. */
export interface Answered {
  readonly query: PromQuery;
  /** The text that was asked, with its variables filled in. */
  readonly expr: string;
  readonly stepMs: number;
  readonly answer: Answer;
}

function metaOf({ expr, stepMs, answer: { resultType } }: Answered): DataFrame['meta'] {
  const overTime = resultType === 'matrix';
  return {
    type: overTime ? DataFrameType.TimeSeriesMulti : DataFrameType.NumericMulti,
    typeVersion: [0, 1],
    custom: { resultType, calculatedMinStep: stepMs },
    executedQueryString: `Expr: ${expr}\nStep: ${durationText(stepMs)}`,
    preferredVisualisationType: 'graph',
  };
}

const timeField = (values: readonly Sample[], interval: number): Field => ({
  name: TIME_SERIES_TIME_FIELD_NAME,
  type: FieldType.time,
  config: { interval },
  values: values.map(([seconds]) => seconds * 1000),
});

function valueField({ query, expr }: Answered, labels: Labels, values: readonly Sample[]): Field {
  const displayNameFromDS = legendOf({ ...query, expr }, labels);
  return {
    name: labels['__name__'] ?? TIME_SERIES_VALUE_FIELD_NAME,
    type: FieldType.number,
    labels: { ...labels },
    config: displayNameFromDS === undefined ? {} : { displayNameFromDS },
    values: values.map(([, text]) => numberOf(text)),
  };
}

/** Names that Grafana finds itself start at the metric's; the source puts `Value` in its place. */
function nameByLabels(frames: readonly DataFrame[]): void {
  for (const frame of frames) {
    const field = frame.fields[1];
    if (field?.labels?.['__name__'] === undefined || field.name !== field.labels['__name__'])
      continue;
    const named = { ...field, name: TIME_SERIES_VALUE_FIELD_NAME };
    field.config.displayNameFromDS = getFieldDisplayName(named, frame, [...frames]);
  }
}

/** One frame for each series, as Grafana's own source gives them; a frame without fields for none. */
export function seriesFrames(answered: Answered): DataFrame[] {
  const { query, stepMs, answer } = answered;
  const { refId } = query;
  const meta = metaOf(answered);
  const frames = seriesOf(answer).map(({ metric, values }) => ({
    refId,
    meta: { ...meta },
    fields: [timeField(values, stepMs), valueField(answered, metric, values)],
    length: values.length,
  }));
  if (query.legendFormat === AUTO_LEGEND) nameByLabels(frames);
  return frames.length > 0 ? frames : [{ refId, meta, fields: [], length: 0 }];
}
