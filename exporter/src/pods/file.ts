import { readFile, stat } from 'node:fs/promises';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import { systemClock } from '../clock.js';
import { reasonOf } from '../errorWords.js';
import { pause } from '../kubernetes/pause.js';
import type { DirectoryStatus, PodDirectory } from '../ports.js';
import { parsePodsFile } from './parsePodsFile.js';
import { keepRequest } from './requests.js';
import { createNamespaceStore, createPodStore } from './stores.js';

export interface FilePodsOptions {
  readonly path: string;
  /** Whose labels are this node's, where the file holds nodes. */
  readonly node?: string;
  /** Resource names without a domain whose requests are kept too. */
  readonly isGpuResource?: (resource: string) => boolean;
  /** Keeps container ids, and answers for pods by uid; false unless given. */
  readonly forProcesses?: boolean;
  /** How often to look whether the file has changed, milliseconds. */
  readonly pollMs?: number;
  /** Each new failure, for the log. */
  readonly onError?: (error: GpuscopeError) => void;
  readonly clock?: Clock;
}

/** Larger files are refused: that is no list of pods. */
const LARGEST = 256 * 1024 * 1024;
const POLL_MS = 5000;

/** Changes when the file does, also when it is replaced by a link as in a mounted ConfigMap. */
async function stampOf(path: string): Promise<string> {
  const { mtimeMs, ino, size } = await stat(path);
  if (size > LARGEST) {
    throw new GpuscopeError(
      'PODS_FILE_INVALID',
      `${path}: has ${size} bytes; allowed are ${LARGEST}`,
    );
  }
  return `${mtimeMs}/${ino}/${size}`;
}

const asError = (path: string, error: unknown): GpuscopeError =>
  error instanceof GpuscopeError
    ? error
    : new GpuscopeError('PODS_FILE_INVALID', `${path}: cannot be read (${reasonOf(error)})`, {
        cause: error,
      });

class FilePods implements PodDirectory {
  readonly #options: FilePodsOptions;
  readonly #clock: Clock;
  readonly #pods;
  readonly #namespaces;
  readonly #closing = new AbortController();
  #labels: ReadonlyMap<string, string> = new Map();
  #running: Promise<void> | undefined;
  #stamp = '';
  #synced = false;
  #lastEventMs = 0;
  #error = '';

  constructor(options: FilePodsOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#pods = createPodStore(this.#clock, options.forProcesses);
    this.#namespaces = createNamespaceStore(this.#clock);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  pod = (namespace: string, name: string) => this.#pods.get(namespace, name);
  podByUid = (uid: string) => this.#pods.byUid(uid);
  namespace = (name: string) => this.#namespaces.get(name);
  pods = () => this.#pods.items();
  nodeLabels = () => this.#labels;

  status(): DirectoryStatus {
    return {
      synced: this.#synced,
      lastEventMs: this.#lastEventMs,
      restarts: 0,
      pods: this.#pods.size,
      namespaces: this.#namespaces.size,
      error: this.#error,
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.#look();
      } catch (error) {
        this.#fail(asError(this.#options.path, error));
      }
      await pause(this.#options.pollMs ?? POLL_MS, signal);
    }
  }

  /** A file that changes while it is read is read again next time: its stamp is taken before. */
  async #look(): Promise<void> {
    const { path, node, isGpuResource, forProcesses = false } = this.#options;
    const stamp = await stampOf(path);
    if (stamp !== this.#stamp) {
      const { pods, namespaces, nodes, problems } = parsePodsFile(
        await readFile(path, 'utf8'),
        path,
        { keepRequest: keepRequest(isGpuResource), keepContainers: forProcesses },
      );
      this.#stamp = stamp;
      this.#pods.replace(pods);
      this.#namespaces.replace(namespaces);
      this.#labels = nodes.find(({ name }) => name === node)?.labels ?? new Map();
      this.#synced = true;
      this.#note(problems, path);
    }
    this.#lastEventMs = this.#clock.nowMs();
  }

  #note(problems: readonly string[], path: string): void {
    this.#error = '';
    if (problems.length === 0) return;
    const more = problems.length > 3 ? ` and ${problems.length - 3} more` : '';
    const text = `${path}: left out: ${problems.slice(0, 3).join('; ')}${more}`;
    this.#fail(new GpuscopeError('PODS_FILE_INVALID', text));
  }

  #fail(error: GpuscopeError): void {
    // What failed may be mended under the same time stamp.
    if (error.message !== this.#error) this.#options.onError?.(error);
    this.#error = error.message;
  }
}

/**
 * Pods and namespaces from a file as `kubectl get pods,ns -A -o json` prints it, read again when it changes. When it
 * can't be read, or is no list, what was read before stays.
 */
export function createFilePods(options: FilePodsOptions): PodDirectory {
  return new FilePods(options);
}
