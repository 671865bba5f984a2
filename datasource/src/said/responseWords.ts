import type { FrameSaid } from '../../shared/index.js';
import type { DataFrame, DataQueryError, DataQueryResponse } from '@grafana/data';
import { inReadersWords } from './inLanguage.js';
import { readSaid, readSaidList } from './readSaid.js';

type Frame = Pick<DataFrame, 'meta' | 'fields' | 'refId'>;

type Unread<T> = { readonly [Key in keyof T]?: unknown };

const saidOf = ({ meta }: Frame): Unread<FrameSaid> => meta?.custom ?? {};

/** A frame that only carries why its query has no answer. */
const isRefusal = (frame: Frame): boolean => saidOf(frame).refused !== undefined;

function withWords<F extends Frame>(frame: F): F {
  const said = readSaidList(saidOf(frame).said);
  const { notices } = frame.meta ?? {};
  if (said.length === 0 || notices === undefined) return frame;
  const words = new Map(said.map((one) => [one.text, inReadersWords(one)]));
  const told = notices.map((notice) => ({
    ...notice,
    text: words.get(notice.text) ?? notice.text,
  }));
  return { ...frame, meta: { ...frame.meta, notices: told } };
}

function errorWords(frames: readonly Frame[]) {
  const refusals = frames.flatMap((frame) => {
    const said = readSaid(saidOf(frame).refused);
    return said === undefined ? [] : [{ refId: frame.refId, said }];
  });
  return (error: DataQueryError): DataQueryError => {
    const found = refusals.find(
      ({ refId, said }) => refId === error.refId && said.text === error.message,
    );
    return found === undefined ? error : { ...error, message: inReadersWords(found.said) };
  };
}

/** Notices and errors of an answer in the reader's language; what says nothing in other languages stays as it is. */
export function inTheirWords<F extends Frame>(
  frames: readonly F[],
  { error, errors }: Pick<DataQueryResponse, 'error' | 'errors'>,
): { readonly frames: F[] } & Pick<DataQueryResponse, 'error' | 'errors'> {
  const told = errorWords(frames);
  return {
    frames: frames.filter((frame) => !isRefusal(frame)).map(withWords),
    ...(error === undefined ? {} : { error: told(error) }),
    ...(errors === undefined ? {} : { errors: errors.map(told) }),
  };
}
