import type { ErrorCode, NvmlSnapshot } from '@gpuscope/aggregation';

/** Changes when a line of it means something else. */
export const PROTOCOL = 1;

/** The command of the exporter's own program that is the agent; people have no use for it. */
export const AGENT_COMMAND = 'nvml-agent';

/** What the agent is to do. */
export interface AgentSettings {
  /** libnvidia-ml.so.1 where it is not on the loader's path. */
  readonly library?: string;
  readonly sampleEveryMs: number;
  /** Where the machine's /proc is seen. */
  readonly proc: string;
}

/** What went wrong, to be thrown as a GpuscopeError by who asked. */
export interface AgentError {
  readonly code: ErrorCode;
  readonly words: string;
}

/** What the agent has taken of the machine. */
export interface AgentUse {
  readonly residentBytes: number;
  /** Since it was started. */
  readonly cpuSeconds: number;
}

/** A line to the agent: the first one, then a question. */
export type ToAgent =
  | { readonly protocol: number; readonly start: AgentSettings }
  | { readonly id: number; readonly ask: 'look' };

/** A line from the agent: the first, then that NVML is up, then answers; at any time that it is of no use any more. */
export type FromAgent =
  | { readonly hello: { readonly protocol: number; readonly version: string } }
  | { readonly ready: true }
  | { readonly failed: AgentError }
  | { readonly id: number; readonly look: NvmlSnapshot; readonly use: AgentUse };

export const writeLine = (message: ToAgent | FromAgent): string => `${JSON.stringify(message)}\n`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const has = (value: unknown, fields: Readonly<Record<string, string>>): boolean =>
  isObject(value) && Object.entries(fields).every(([name, type]) => typeof value[name] === type);

const hasLists = (value: unknown, fields: readonly string[]): boolean =>
  isObject(value) && fields.every((name) => Array.isArray(value[name]));

const ERROR = { code: 'string', words: 'string' };

/** Each kind of line by what it must hold; all else in it comes from the same program and is taken as it is. */
const FROM_AGENT: readonly ((line: Readonly<Record<string, unknown>>) => boolean)[] = [
  ({ hello }) => has(hello, { protocol: 'number', version: 'string' }),
  ({ ready }) => ready === true,
  ({ failed }) => has(failed, ERROR),
  ({ id, look, use }) =>
    typeof id === 'number' &&
    has(look, { atMs: 'number', session: 'string' }) &&
    hasLists(look, ['devices', 'lost']) &&
    has(use, { residentBytes: 'number', cpuSeconds: 'number' }),
];

const TO_AGENT: typeof FROM_AGENT = [
  ({ protocol, start }) =>
    typeof protocol === 'number' && has(start, { sampleEveryMs: 'number', proc: 'string' }),
  ({ id, ask }) => typeof id === 'number' && ask === 'look',
];

function readAs(line: string, kinds: typeof FROM_AGENT): unknown {
  try {
    const parsed: unknown = JSON.parse(line);
    return isObject(parsed) && kinds.some((fits) => fits(parsed)) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for a line that is none of ours. */
export const readFromAgent = (line: string): FromAgent | undefined =>
  readAs(line, FROM_AGENT) as FromAgent | undefined;

export const readToAgent = (line: string): ToAgent | undefined =>
  readAs(line, TO_AGENT) as ToAgent | undefined;
