import {
  DataTopic,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import {
  catchError,
  connect,
  from,
  isObservable,
  map,
  merge,
  of,
  scan,
  takeUntil,
  timer,
  type Observable,
} from 'rxjs';

/** A query that takes longer than this is shown as loading. */
const LOADING_AFTER_MS = 200;

type Query = DataSourceApi['query'];

/** Answers so far: a later packet of the same key takes the place of the former. */
type Packets = ReadonlyMap<string, DataQueryResponse>;

const keyOf = ({ key }: DataQueryResponse): string => key ?? 'only';

const isAnnotation = ({ meta }: DataFrame): boolean => meta?.dataTopic === DataTopic.Annotations;

function stateOf(packets: readonly DataQueryResponse[]): LoadingState {
  const states = packets.map(({ state, error, errors }) =>
    error !== undefined || (errors?.length ?? 0) > 0 ? LoadingState.Error : state,
  );
  for (const state of [LoadingState.Error, LoadingState.Streaming, LoadingState.Loading]) {
    if (states.includes(state)) return state;
  }
  return LoadingState.Done;
}

const rangeOf = ({ range }: DataQueryRequest) => ({ ...range });

function panelDataOf(request: DataQueryRequest, answered: Packets): PanelData {
  const packets = [...answered.values()];
  const frames = packets.flatMap(({ data }) =>
    (data as unknown[]).map((frame) => toDataFrame(frame)),
  );
  const errors = packets.flatMap(({ error, errors: many }) => many ?? (error ? [error] : []));
  return {
    state: stateOf(packets),
    series: frames.filter((frame) => !isAnnotation(frame)),
    annotations: frames.filter(isAnnotation),
    timeRange: rangeOf(request),
    request: { ...request, endTime: Date.now() },
    ...(errors.length === 0 ? {} : { errors, error: errors[0] }),
  };
}

const asObservable = (answer: ReturnType<Query>): Observable<DataQueryResponse> =>
  isObservable(answer) ? answer : from(answer);

function ask(source: DataSourceApi, request: DataQueryRequest, query?: Query) {
  if (request.targets.length === 0) return of<DataQueryResponse>({ data: [] });
  return asObservable(query === undefined ? source.query(request) : query(request));
}

const failed = (request: DataQueryRequest, error: unknown): PanelData => {
  const said = toDataQueryError(error);
  return {
    state: LoadingState.Error,
    series: [],
    timeRange: rangeOf(request),
    request: { ...request, endTime: Date.now() },
    error: said,
    errors: [said],
  };
};

/** Asks a source and tells how far it is: loading when slow, then each answer as a panel takes it. */
export function runRequest(
  source: DataSourceApi,
  request: DataQueryRequest,
  query?: Query,
): Observable<PanelData> {
  const started: DataQueryRequest = { ...request, startTime: Date.now() };
  const answers = ask(source, started, query).pipe(
    scan((packets: Packets, packet) => new Map(packets).set(keyOf(packet), packet), new Map()),
    map((packets) => panelDataOf(started, packets)),
    catchError((error: unknown) =>
      of(
        (error as { cancelled?: boolean }).cancelled === true
          ? { ...panelDataOf(started, new Map()), state: LoadingState.Done }
          : failed(started, error),
      ),
    ),
  );
  const loading: PanelData = {
    state: LoadingState.Loading,
    series: [],
    timeRange: rangeOf(started),
    request: started,
  };
  const slow = timer(LOADING_AFTER_MS).pipe(map(() => loading));
  return answers.pipe(connect((shared) => merge(shared, slow.pipe(takeUntil(shared)))));
}
