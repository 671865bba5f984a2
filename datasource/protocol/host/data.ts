import { ANSWER, ANSWERS, QUERIES, QUERY, TIME_RANGE } from '../numbers.js';
import { emptyMap, readEntry, readFields } from '../wire/read.js';
import {
  bytesField,
  int64Field,
  partsField,
  stringField,
  textMapField,
  type Parts,
} from '../wire/write.js';
import { writeContext, type HostContext } from './context.js';

export interface HostQuery {
  readonly refId: string;
  readonly queryType: string;
  /** The query as JSON text. */
  readonly json: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMs: number;
  readonly maxDataPoints: number;
}

export interface HostQueries {
  readonly context: HostContext;
  readonly headers: Readonly<Record<string, string>>;
  readonly queries: readonly HostQuery[];
}

/** A QueryDataRequest. */
export const writeQueries = ({ context, headers, queries }: HostQueries): Parts => [
  ...partsField(QUERIES.context, writeContext(context)),
  ...textMapField(QUERIES.headers, headers),
  ...queries.flatMap((query) => partsField(QUERIES.queries, writeQuery(query))),
];

const writeQuery = (query: HostQuery): Parts => [
  ...stringField(QUERY.refId, query.refId),
  ...int64Field(QUERY.maxDataPoints, query.maxDataPoints),
  ...int64Field(QUERY.intervalMs, query.intervalMs),
  ...partsField(QUERY.timeRange, [
    ...int64Field(TIME_RANGE.fromMs, query.fromMs),
    ...int64Field(TIME_RANGE.toMs, query.toMs),
  ]),
  ...bytesField(QUERY.json, Buffer.from(query.json, 'utf8')),
  ...stringField(QUERY.queryType, query.queryType),
];

/** A plugin's answer to one query. */
export interface HostAnswer {
  /** Files in Arrow's format. */
  readonly frames: readonly Uint8Array[];
  /** Empty where nothing went wrong. */
  readonly error: string;
  /** An HTTP status; 0 where the plugin said none. */
  readonly status: number;
  /** Whose fault an error is: `plugin`, `downstream` or empty. */
  readonly source: string;
}

/** Reads a QueryDataResponse: the answers by refId. */
export function readAnswers(bytes: Uint8Array): Readonly<Record<string, HostAnswer>> {
  const answers = emptyMap<HostAnswer>();
  const none: HostAnswer = { frames: [], error: '', status: 0, source: '' };
  readFields(bytes, {
    [ANSWERS.responses]: (reader) => {
      const [refId, answer] = readEntry(reader, none, (entry) => readAnswer(entry.bytes()));
      answers[refId] = answer;
    },
  });
  return answers;
}

function readAnswer(bytes: Uint8Array): HostAnswer {
  const frames: Uint8Array[] = [];
  const answer = { frames, error: '', status: 0, source: '' };
  readFields(bytes, {
    [ANSWER.frames]: (reader) => frames.push(reader.bytes()),
    [ANSWER.error]: (reader) => (answer.error = reader.string()),
    [ANSWER.status]: (reader) => (answer.status = reader.int32()),
    [ANSWER.source]: (reader) => (answer.source = reader.string()),
  });
  return answer;
}
