import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { ensureStub } from './library.js';

let cache: TemporaryFolder;
const before = { ...process.env };

beforeEach(async () => {
  cache = await temporaryFolder('nvml-cache');
  process.env['GPUSCOPE_CACHE'] = cache.path;
});
afterEach(async () => {
  process.env = { ...before };
  await cache.remove();
});

describe('ensureStub', () => {
  it('builds once for all who ask at the same time, a library per driver; without gcc it says how to get it', async () => {
    const [first, again, other] = await Promise.all([
      ensureStub(580),
      ensureStub(580),
      ensureStub(470),
    ]);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    process.env['PATH'] = '';
    expect(await ensureStub(580)).toBe(first);
    await expect(ensureStub(535)).rejects.toThrow(/gcc is needed .* apt-get install gcc/);
  });
});
