/** How far a part of the site has got: Prometheus, the log store, a plugin's build … */
export type PartState = 'waiting' | 'starting' | 'ready' | 'failed';

export interface Part {
  readonly name: string;
  readonly state: PartState;
  /** More of it in plain words: what is being done, or why it failed and what then. */
  readonly note?: string;
  /** Where a person can look at it. */
  readonly url?: string;
}

export interface BootSource {
  readonly uid: string;
  /** The plugin's id. */
  readonly type: string;
  readonly name: string;
  readonly isDefault?: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

/** What a page must know before it mounts the plugins. */
export interface BootData {
  readonly datasources: readonly BootSource[];
  readonly app: { readonly jsonData: Readonly<Record<string, unknown>> };
  readonly user: { readonly login: string; readonly role: 'Admin' | 'Viewer' };
}

/** A data source whose backend is a program. */
export interface BackendSource {
  readonly uid: string;
  /** The program and its arguments. Sources with the same command and environment share one process. */
  readonly backend: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly jsonData: Readonly<Record<string, unknown>>;
  /** Decrypted secrets. */
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Where questions go. */
export interface Upstreams {
  /** Prometheus' address. */
  readonly prometheus: string;
  readonly logs: readonly BackendSource[];
  readonly links?: Links;
}

/** Addresses for people. */
export interface Links {
  readonly prometheus?: string;
  readonly store?: string;
  readonly exporters?: readonly string[];
}

/** What GET /api/preview answers. */
export interface PreviewState {
  readonly state: 'starting' | 'ready' | 'failed';
  readonly parts: readonly Part[];
  readonly boot?: BootData;
  readonly simulated: boolean;
  readonly links: Links;
  /** Why the whole has failed. */
  readonly note?: string;
}
