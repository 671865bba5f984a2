import { GpuscopeError } from '@gpuscope/aggregation';
import { fakeClock } from '../../testing/fakes.js';
import { VERSION } from '../../version.js';
import type { NvmlLibrary } from '../library/library.js';
import { success } from '../library/result.js';
import { FAILURES, fakeNvml } from '../testing/nvml.js';
import { runAgent } from './agent.js';
import type { FromAgent, ToAgent } from './protocol.js';
import { readFromAgent, writeLine } from './protocol.js';

const START: ToAgent = { protocol: 1, start: { sampleEveryMs: 500, proc: '/synthetic/proc' } };
const ASK: ToAgent = { id: 1, ask: 'look' };

const NO_GPU: Partial<NvmlLibrary> = {
  deviceCount: () => success(0),
  driverVersion: () => success('580.1'),
};

interface Said {
  readonly said: readonly (FromAgent | undefined)[];
  readonly titles: readonly string[];
  readonly opened: readonly (string | undefined)[];
}

/** Runs an agent on lines; it ends with them. */
async function run(
  lines: readonly (ToAgent | string)[],
  open: () => NvmlLibrary | Promise<NvmlLibrary> = () => fakeNvml(NO_GPU),
): Promise<Said> {
  const said: (FromAgent | undefined)[] = [];
  const titles: string[] = [];
  const opened: (string | undefined)[] = [];
  const clock = fakeClock();
  async function* read(): AsyncGenerator<string> {
    for (const line of lines) {
      await Promise.resolve();
      yield typeof line === 'string' ? line : writeLine(line).trimEnd();
      clock.advance(1_000);
    }
  }
  await runAgent({
    lines: read(),
    out: (text) => {
      said.push(readFromAgent(text.trimEnd()));
      return Promise.resolve();
    },
    title: { call: (name) => titles.push(name), rest: () => titles.push('') },
    use: () => ({ residentBytes: 7, cpuSeconds: 1 }),
    open: (library) => {
      opened.push(library);
      return Promise.resolve(open());
    },
    clock,
  });
  return { said, titles, opened };
}

const HELLO = { hello: { protocol: 1, version: VERSION } };

describe('the agent', () => {
  it('greets, brings NVML up, answers, and ends with its parent', async () => {
    const { said } = await run([START, ASK, { id: 2, ask: 'look' }]);
    expect(said).toMatchObject([
      HELLO,
      { ready: true },
      { id: 1, look: { driverVersion: '580.1', devices: [], lost: [] }, use: { residentBytes: 7 } },
      { id: 2 },
    ]);
  });

  it('has one session from start to end', async () => {
    const { said } = await run([START, ASK, { id: 2, ask: 'look' }]);
    const sessions = said.map((message) =>
      message !== undefined && 'look' in message ? message.look.session : undefined,
    );
    expect(sessions[2]).toMatch(/^[0-9a-f-]{36}$/);
    expect(sessions[3]).toBe(sessions[2]);
  });

  it('opens the library that it is told to', async () => {
    const start = { sampleEveryMs: 500, proc: '/proc', library: '/opt/libnvidia-ml.so.1' };
    const { opened } = await run([{ protocol: 1, start }]);
    expect(opened).toEqual(['/opt/libnvidia-ml.so.1']);
  });

  it('names the call that it makes, and none when it rests', async () => {
    const { titles } = await run([START, ASK]);
    expect(titles).toContain('nvmlInit');
    expect(titles).toContain('nvmlDeviceGetCount');
    expect(titles.at(-1)).toBe('');
  });

  it.each([
    [
      'there is no library',
      () => Promise.reject(new GpuscopeError('SOURCE_NOT_FOUND', 'looked for it')),
      { code: 'SOURCE_NOT_FOUND', words: 'looked for it' },
    ],
    [
      'the driver is not loaded',
      () => fakeNvml({ ...NO_GPU, init: () => FAILURES.driverNotLoaded }),
      { code: 'SOURCE_NOT_FOUND', words: expect.stringContaining('not loaded') as unknown },
    ],
    [
      'the driver goes right away',
      () => fakeNvml({ ...NO_GPU, deviceCount: () => FAILURES.uninitialized }),
      { code: 'SOURCE_REFUSED', words: expect.stringContaining('started anew') as unknown },
    ],
  ])('says why it is of no use, and ends: %s', async (_, open, failed) => {
    const { said } = await run([START, ASK], open);
    expect(said).toEqual([HELLO, { failed }]);
  });

  it('ends when the driver goes, and asks nothing more of it', async () => {
    let looks = 0;
    const nvml = fakeNvml({
      ...NO_GPU,
      deviceCount: () => {
        looks += 1;
        return looks < 3 ? success(0) : FAILURES.driverNotLoaded;
      },
    });
    const { said } = await run(
      [START, ASK, { id: 2, ask: 'look' }, { id: 3, ask: 'look' }],
      () => nvml,
    );
    expect(said).toMatchObject([HELLO, { ready: true }, { id: 1 }, { failed: {} }]);
    expect(looks).toBe(3);
  });

  it('ends when it is asked what it does not understand', async () => {
    const { said } = await run([START, 'please']);
    expect(said).toMatchObject([HELLO, { ready: true }, { failed: { code: 'INTERNAL' } }]);
  });
});
