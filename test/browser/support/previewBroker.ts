import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';

/** Starts the preview when it is first asked for, once for every test file of a run. */
export interface PreviewBroker {
  /** Give this to `openPreview` by the environment variable `previewBrokerVariable`. */
  readonly url: string;
  /** Stops it, and the preview if it runs. */
  stop(): Promise<void>;
}

/** A preview that somebody started. */
export interface RunningPreview {
  readonly url: string;
  stop(): Promise<void>;
}

export const previewBrokerVariable = 'GPUSCOPE_TEST_PREVIEW';

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });

/**
 * Test files run in processes of their own: whoever needs the preview asks here, so that it is started once, and not
 * at all by a run of files that do without.
 */
export async function startPreviewBroker(
  start: () => Promise<RunningPreview>,
): Promise<PreviewBroker> {
  const secret = randomBytes(12).toString('hex');
  let preview: Promise<RunningPreview> | undefined;
  const broker = createServer((request, response) => {
    const answer = (status: number, text: string): void => {
      response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
      response.end(text);
    };
    if (request.url !== `/${secret}`) {
      answer(404, 'there is no preview here');
      return;
    }
    preview ??= start();
    preview.then(
      ({ url }) => answer(200, url),
      (error: unknown) => answer(500, error instanceof Error ? error.message : String(error)),
    );
  });
  const port = await listen(broker);
  return {
    url: `http://127.0.0.1:${String(port)}/${secret}`,
    stop: async () => {
      broker.close();
      await preview?.then(
        (running) => running.stop(),
        () => undefined,
      );
    },
  };
}
