/** State of the whole preview, as `GET /api/preview` says it. */
export type State = 'starting' | 'ready' | 'failed';
export type PartState = 'waiting' | 'starting' | 'ready' | 'failed';

/** One of the things that the preview starts: a store, an exporter, a backend. */
export interface Part {
  readonly name: string;
  readonly state: PartState;
  readonly note?: string;
  readonly url?: string;
}

/** A data source as the server knows it. */
export interface SourceSpec {
  readonly uid: string;
  readonly type: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

/** What is needed to mount: sources, the app's settings, who is looking. */
export interface Boot {
  readonly datasources: readonly SourceSpec[];
  readonly app: { readonly jsonData: Readonly<Record<string, unknown>> };
  readonly user: { readonly login: string; readonly role: 'Admin' | 'Viewer' };
}

export interface Preview {
  readonly state: State;
  readonly parts: readonly Part[];
  readonly boot?: Boot;
  readonly simulated: boolean;
  /** Addresses of the servers behind, by name: `prometheus`, `store`, `exporters`. */
  readonly links: Readonly<Record<string, string>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const STATES: readonly unknown[] = ['starting', 'ready', 'failed'] satisfies State[];

/** Addresses by name; exporters may be several. */
function linksIn(links: unknown): Record<string, string> {
  if (!isRecord(links)) return {};
  const pairs = Object.entries(links).flatMap(([name, value]): [string, unknown][] =>
    Array.isArray(value)
      ? value.map((url, at): [string, unknown] => [at === 0 ? name : `${name} ${at + 1}`, url])
      : [[name, value]],
  );
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''),
  );
}

/**
 * Reads an answer of `/api/preview`.
 *
 * @throws Error if it isn't one, naming what was found
 */
export function readPreview(answer: unknown): Preview {
  if (!isRecord(answer) || !STATES.includes(answer['state'])) {
    const found = JSON.stringify(answer)?.slice(0, 80) ?? 'nothing';
    throw new Error(`/api/preview answers ${found}; its state is starting, ready or failed`);
  }
  return {
    state: answer['state'] as State,
    parts: Array.isArray(answer['parts']) ? (answer['parts'] as Part[]) : [],
    simulated: answer['simulated'] !== false,
    links: linksIn(answer['links']),
    ...(isRecord(answer['boot']) ? { boot: answer['boot'] as unknown as Boot } : {}),
  };
}
