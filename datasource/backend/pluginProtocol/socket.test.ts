import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { socketPlace } from './socket.js';

describe('socketPlace', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'socket-test-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is a folder that nobody else may open, where the host wants it', async () => {
    const place = await socketPlace({ PLUGIN_UNIX_SOCKET_DIR: folder });
    expect(dirname(dirname(place.path))).toBe(folder);
    expect(statSync(dirname(place.path)).mode & 0o777).toBe(0o700);
    await place.remove();
  });

  it('goes with all that lies in it, twice if need be', async () => {
    const place = await socketPlace({ PLUGIN_UNIX_SOCKET_DIR: folder });
    writeFileSync(place.path, '');
    await place.remove();
    await place.remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is another one each time', async () => {
    const places = await Promise.all(
      [1, 2, 3].map(() => socketPlace({ PLUGIN_UNIX_SOCKET_DIR: folder })),
    );
    expect(new Set(places.map(({ path }) => path)).size).toBe(3);
  });

  it('lies among temporary files where the host says nothing', async () => {
    const place = await socketPlace({ PLUGIN_UNIX_SOCKET_DIR: '' });
    expect(place.path.startsWith(tmpdir())).toBe(true);
    expect(existsSync(dirname(place.path))).toBe(true);
    await place.remove();
  });

  it('refuses a path that is too long for the kernel, and leaves nothing behind', async () => {
    const deep = join(folder, 'x'.repeat(90));
    await expect(socketPlace({ PLUGIN_UNIX_SOCKET_DIR: deep })).rejects.toThrow('ENOENT');
    const long = mkdtempSync(join(folder, 'y'.repeat(80)));
    await expect(socketPlace({ PLUGIN_UNIX_SOCKET_DIR: long })).rejects.toThrow(
      expect.objectContaining({
        code: 'SETTINGS_INVALID',
        message: expect.stringMatching(/has \d{3} bytes; at most 107/) as string,
      }) as Error,
    );
    expect(readdirSync(long)).toEqual([]);
  });
});
