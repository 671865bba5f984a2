import type { Delta } from './delta.js';

/** One thing that was recorded at one moment. */
export interface Entry {
  /** Whose it is: `source dcgm`, `holder podResources`, `directory`. */
  readonly key: string;
  readonly told: Told;
}

export type Told =
  | { readonly kind: 'value'; readonly value: unknown }
  /** Against the value before it under the same key. */
  | { readonly kind: 'change'; readonly change: Delta }
  /** It did not answer; the code of its error. */
  | { readonly kind: 'failed'; readonly code: string };

/** What was recorded in one cycle; what is not mentioned is as it was. */
export interface Frame {
  /** Milliseconds since the recording's first. */
  readonly atMs: number;
  readonly entries: readonly Entry[];
  /** Line of its first entry, for messages. */
  readonly line: number;
}

/** Frames over time, in order; never empty. */
export interface Recording {
  readonly frames: readonly Frame[];
  /** Where it was taken, for people: chip, driver, date, or that it is synthetic. Empty for a bare exposition. */
  readonly origin: string;
  /** Names of the sources, in order of preference. */
  readonly sources: readonly string[];
  /** Names of the holder sources, in order of preference; empty where none was recorded. */
  readonly holders: readonly string[];
  /** Whether pods and namespaces were recorded. */
  readonly hasDirectory: boolean;
}

export const sourceKey = (name: string): string => `source ${name}`;
export const holderKey = (name: string): string => `holder ${name}`;
export const DIRECTORY_KEY = 'directory';

/** The name under which looks at NVML are recorded, whether a source or a holder source wanted them. */
export const NVML_NAME = 'nvml';

/** A recording is held in memory whole; so large it may be, unpacked. */
export const MAX_RECORDING_BYTES = 256 * 1024 * 1024;

/** The versions that can be read; the last one is written. */
export const RECORDING_VERSIONS = [1, 2] as const;
