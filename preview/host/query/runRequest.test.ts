import {
  dateTime,
  FieldType,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { from, NEVER, of, throwError, type Observable } from 'rxjs';
import { runRequest } from './runRequest.js';

const range = { from: dateTime(0), to: dateTime(1000), raw: { from: '', to: '' } };
const request = { requestId: 'Q', range, targets: [{ refId: 'A' }] } as unknown as DataQueryRequest;

const frame = (name: string, dataTopic?: string) => ({
  name,
  length: 1,
  fields: [{ name: 'v', type: FieldType.number, config: {}, values: [1] }],
  ...(dataTopic === undefined ? {} : { meta: { dataTopic } }),
});

function run(answer: Observable<unknown> | Promise<unknown>) {
  const seen: PanelData[] = [];
  const query = jest.fn(() => answer as Observable<DataQueryResponse>);
  const running = runRequest({ query } as unknown as DataSourceApi, request).subscribe((data) =>
    seen.push(data),
  );
  return { seen, query, running };
}

const names = ({ series }: PanelData) => series.map(({ name }) => name);

describe('running a request', () => {
  it('asks once and tells the answer', () => {
    const { seen, query } = run(of({ data: [frame('a')] }));
    expect(query).toHaveBeenCalledTimes(1);
    expect(seen.map(({ state }) => state)).toEqual([LoadingState.Done]);
    expect(names(seen[0]!)).toEqual(['a']);
  });

  it('takes a promise as well', async () => {
    const { seen } = run(Promise.resolve({ data: [frame('a')] }));
    await Promise.resolve().then(() => undefined);
    expect(seen).toHaveLength(1);
  });

  it('adds answers of other keys and replaces those of the same', () => {
    const { seen } = run(
      from([
        { key: 'x', data: [frame('a')], state: LoadingState.Loading },
        { key: 'y', data: [frame('b')] },
        { key: 'x', data: [frame('c')] },
      ]),
    );
    expect(seen.map(names)).toEqual([['a'], ['a', 'b'], ['c', 'b']]);
    expect(seen.map(({ state }) => state)).toEqual([
      LoadingState.Loading,
      LoadingState.Loading,
      LoadingState.Done,
    ]);
  });

  it('keeps marks apart from series', () => {
    const { seen } = run(of({ data: [frame('a'), frame('m', 'annotations')] }));
    expect(names(seen[0]!)).toEqual(['a']);
    expect(seen[0]?.annotations?.map(({ name }) => name)).toEqual(['m']);
  });

  it('says what failed and keeps what did not', () => {
    const { seen } = run(of({ data: [frame('a')], errors: [{ message: 'B: parse error' }] }));
    expect(seen[0]).toMatchObject({
      state: LoadingState.Error,
      error: { message: 'B: parse error' },
    });
    expect(names(seen[0]!)).toEqual(['a']);
  });

  it('tells an error with its status', () => {
    const error = { status: 403, statusText: 'Forbidden', data: { message: 'not yours' } };
    const { seen } = run(throwError(() => error));
    expect(seen).toMatchObject([{ state: LoadingState.Error, error: { status: 403 } }]);
  });

  it('is done, not failed, when it was given up', () => {
    const { seen } = run(throwError(() => ({ cancelled: true })));
    expect(seen).toMatchObject([{ state: LoadingState.Done }]);
  });

  it('says that it loads where that takes a while, and ends with its listener', () => {
    jest.useFakeTimers();
    const { seen, running } = run(NEVER);
    jest.advanceTimersByTime(150);
    expect(seen).toEqual([]);
    jest.advanceTimersByTime(100);
    expect(seen.map(({ state }) => state)).toEqual([LoadingState.Loading]);
    running.unsubscribe();
    jest.useRealTimers();
  });
});
