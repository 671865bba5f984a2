import { GpuscopeError } from '@gpuscope/aggregation';

/** How an agent ended. */
export interface AgentEnd {
  readonly status: number | null;
  readonly signal: string | null;
  /** Why, where the agent or we said so; undefined where it just ended. */
  readonly error?: GpuscopeError;
  /** The last that it wrote to its standard error. */
  readonly words: string;
}

/** What an end means to those who wait for an answer. */
export function endError({ status, signal, error, words }: AgentEnd): GpuscopeError {
  if (error !== undefined) return error;
  const how = signal === null ? `with status ${status ?? 'unknown'}` : `by ${signal}`;
  return new GpuscopeError(
    'SOURCE_UNREACHABLE',
    `the process that asks NVML ended ${how}${words === '' ? '' : `: ${words}`}`,
  );
}
