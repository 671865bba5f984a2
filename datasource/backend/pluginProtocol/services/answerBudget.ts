import { GpuscopeError, say } from '@gpuscope/aggregation';

/** How much of what one request may be answered with is left. */
export interface AnswerBudget {
  /** @throws GpuscopeError LIMIT_EXCEEDED where a query's frames are more than is left; they count as nothing then */
  take(refId: string, frames: readonly Uint8Array[]): void;
}

const MIB = 1024 * 1024;

/** Grafana turns frames into several times as much JSON and holds both: more than this would hurt it and the browser. */
const MAX_ANSWER_BYTES = 64 * MIB;

export function answerBudget(maxBytes = MAX_ANSWER_BYTES): AnswerBudget {
  let left = maxBytes;
  return {
    take: (refId, frames) => {
      const size = frames.reduce((sum, frame) => sum + frame.length, 0);
      if (size > left)
        throw new GpuscopeError(
          'LIMIT_EXCEEDED',
          say('question.answerTooLarge', {
            query: refId,
            size: inMib(size),
            most: inMib(maxBytes),
          }),
        );
      left -= size;
    },
  };
}

const inMib = (bytes: number): string => (bytes / MIB).toFixed(1);
