import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GpuscopeError } from '@gpuscope/aggregation';

/** A place for a Unix socket that nobody else can reach. */
export interface SocketPlace {
  readonly path: string;
  remove(): Promise<void>;
}

/** Linux keeps a socket's path in 108 bytes, the last of which is 0. */
const MAX_PATH_BYTES = 107;

/**
 * Makes a folder for the socket that only we may open. The host can say where, by `PLUGIN_UNIX_SOCKET_DIR`.
 * @throws GpuscopeError SETTINGS_INVALID where the path gets too long
 */
export async function socketPlace(
  env: Readonly<Record<string, string | undefined>>,
): Promise<SocketPlace> {
  const parent = env['PLUGIN_UNIX_SOCKET_DIR'] || tmpdir();
  const folder = await mkdtemp(join(parent, 'gpuscope-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 's');
  const size = Buffer.byteLength(path);
  if (size > MAX_PATH_BYTES) {
    await remove();
    throw new GpuscopeError(
      'SETTINGS_INVALID',
      `the socket's path ${path} has ${size} bytes; at most ${MAX_PATH_BYTES} are possible: set TMPDIR to a shorter one`,
    );
  }
  return { path, remove };
}
