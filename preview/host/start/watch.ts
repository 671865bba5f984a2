import { readPreview, type Preview } from './preview.js';

const PATH = '/api/preview';
const PAUSE_MS = 500;

interface Watch {
  /** Told each answer, the last one included. */
  readonly onAnswer: (preview: Preview) => void;
  /** Told when the server can't be asked; it is asked again. */
  readonly onSilence: (reason: string) => void;
  readonly signal?: AbortSignal;
  readonly ask?: (path: string) => Promise<Response>;
  readonly pause?: (ms: number) => Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

async function askOnce(ask: (path: string) => Promise<Response>): Promise<Preview> {
  const response = await ask(PATH);
  if (!response.ok) throw new Error(`${PATH} answers ${response.status}`);
  return readPreview(await response.json());
}

/** Asks how far the preview is until it can be mounted, has failed or nobody wants to know. */
export async function watchPreview({
  onAnswer,
  onSilence,
  signal,
  ask = fetch,
  pause = sleep,
}: Watch): Promise<void> {
  while (signal?.aborted !== true) {
    try {
      const preview = await askOnce(ask);
      onAnswer(preview);
      if (preview.state === 'ready') return;
    } catch (error) {
      onSilence(reasonOf(error));
    }
    await pause(PAUSE_MS);
  }
}
