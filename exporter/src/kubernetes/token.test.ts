import { mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeClock } from '../testing/fakes.js';
import { fileToken } from './token.js';

describe('fileToken', () => {
  let dir: string;
  let path: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'token-'));
    path = join(dir, 'token');
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('sees a token that was replaced by a link, as Kubernetes does it', async () => {
    await writeFile(join(dir, 'first'), 'synthetic-1\n');
    await writeFile(join(dir, 'second'), 'synthetic-2\n');
    await symlink('first', path);
    const token = fileToken(path, fakeClock());
    expect(await token.read()).toBe('synthetic-1');
    await symlink('second', join(dir, 'new'));
    await rename(join(dir, 'new'), path);
    expect(await token.read()).toBe('synthetic-2');
  });

  describe('a file that changes and keeps its size and time', () => {
    const time = new Date(1_700_000_000_000);
    const write = async (text: string): Promise<void> => {
      await writeFile(path, text);
      await utimes(path, time, time);
    };

    it('is read again after a minute', async () => {
      const clock = fakeClock();
      const token = fileToken(path, clock);
      await write('synthetic-1');
      await token.read();
      await write('synthetic-2');
      clock.advance(59_000);
      expect(await token.read()).toBe('synthetic-1');
      clock.advance(2000);
      expect(await token.read()).toBe('synthetic-2');
    });

    it('is read again at once after the server refused it', async () => {
      const token = fileToken(path, fakeClock());
      await write('synthetic-1');
      await token.read();
      await write('synthetic-2');
      token.forget();
      expect(await token.read()).toBe('synthetic-2');
    });
  });

  it('says which file is missing or empty', async () => {
    const token = fileToken(path, fakeClock());
    await expect(token.read()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(
        `${path}: cannot read the service account's token (ENOENT)`,
      ) as string,
    });
    await writeFile(path, '\n');
    await expect(token.read()).rejects.toThrow(`${path}: the token's file is empty`);
  });
});
