import type { PartState } from '@gpuscope/preview/server';

/** Tells how far a part of the site is. */
export type TellPart = (name: string, state: PartState, note?: string, url?: string) => void;

/** What a viewer asks, once it runs. */
export interface ReadySite {
  readonly simulated: boolean;
  /** Prometheus' address. */
  readonly prometheus: string;
  readonly exporters: readonly string[];
  /** Absent where there is no log store. */
  readonly logs?: ReadyLogs;
}

export interface ReadyLogs {
  /** The store's address, and what it is. */
  readonly store: string;
  readonly product: 'elasticsearch' | 'opensearch';
  readonly cluster: string;
  /** Index pattern of the lines. */
  readonly index: string;
  /** Path of the gpuscope.yaml that says how lines are read. */
  readonly configFile: string;
  /** Index of Kubernetes events; absent where there are none. */
  readonly eventsIndex?: string;
}

/** Where the site is looked at. */
export interface Viewer {
  /** What it is, in a word or two. */
  readonly name: string;
  /** Its address; undefined before there is one. */
  readonly url: () => string | undefined;
  readonly tell: TellPart;
  /** The site runs: shows it. @throws {Error} that says in plain words what hinders it */
  show(site: ReadySite): Promise<void>;
  /** The site can't be brought up. */
  fail(why: string): void;
  stop(): Promise<void>;
}
