import { createFirstSync } from './firstSync.js';
import { createNoPods } from './noPods.js';
import type { PodDirectory } from './ports.js';

function directory() {
  const state = { synced: false, error: '' };
  const empty = createNoPods(false);
  const made: PodDirectory = { ...empty, status: () => ({ ...empty.status(), ...state }) };
  return { made, state };
}

const settled = async (wait: Promise<void>): Promise<boolean> => {
  let done = false;
  void wait.then(() => (done = true));
  await jest.advanceTimersByTimeAsync(0);
  return done;
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('createFirstSync', () => {
  it('waits for the first list', async () => {
    const { made, state } = directory();
    const wait = createFirstSync(made, 5_000).wait();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await settled(wait)).toBe(false);
    state.synced = true;
    await jest.advanceTimersByTimeAsync(50);
    expect(await settled(wait)).toBe(true);
  });

  it('waits no longer than it may, and never a second time', async () => {
    const { made } = directory();
    const sync = createFirstSync(made, 5_000);
    const wait = sync.wait();
    await jest.advanceTimersByTimeAsync(5_100);
    expect(await settled(wait)).toBe(true);
    expect(await settled(sync.wait())).toBe(true);
  });

  it('is patient with an error, unless told otherwise', async () => {
    const { made, state } = directory();
    state.error = '403';
    const patient = createFirstSync(made, 5_000).wait();
    const hasty = createFirstSync(made, 5_000, false).wait();
    await jest.advanceTimersByTimeAsync(100);
    expect(await settled(patient)).toBe(false);
    expect(await settled(hasty)).toBe(true);
  });

  it('ends when it is called off', async () => {
    const { made } = directory();
    const sync = createFirstSync(made, 60_000);
    const wait = sync.wait();
    sync.cancel();
    await jest.advanceTimersByTimeAsync(50);
    expect(await settled(wait)).toBe(true);
  });
});
