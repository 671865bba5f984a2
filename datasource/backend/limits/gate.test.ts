import { deferred } from '../testing/deferred.js';
import { createGate } from './gate.js';
import { textWith } from '../testing/matching.js';

const never = new AbortController().signal;
const tick = (): Promise<void> => new Promise(setImmediate);

function setUp(perTenant: number, waiting: number) {
  const gate = createGate({ perTenant, waiting });
  const begun: string[] = [];
  const start = (name: string, tenants: readonly string[], signal = never) => {
    const work = deferred<string>();
    const result = gate.run(tenants, signal, () => {
      begun.push(name);
      return work.promise;
    });
    result.catch(() => undefined);
    return { ...work, result };
  };
  return { gate, begun, start };
}

describe('createGate', () => {
  it('lets one tenant wait without holding up another', async () => {
    const { gate, begun, start } = setUp(1, 5);
    const first = start('a1', ['a']);
    start('a2', ['a']);
    start('b1', ['b']);
    await tick();
    expect(begun).toEqual(['a1', 'b1']);
    expect([gate.running, gate.waiting]).toEqual([2, 1]);
    first.resolve('done');
    await expect(first.result).resolves.toBe('done');
    await tick();
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    expect([gate.running, gate.waiting]).toEqual([2, 0]);
  });

  it('takes a place of every tenant that a question is for', async () => {
    const { begun, start } = setUp(1, 5);
    const both = start('ab', ['a', 'b']);
    start('b', ['b']);
    start('a', ['a']);
    await tick();
    expect(begun).toEqual(['ab']);
    both.reject(new Error('failed'));
    await tick();
    expect(begun).toEqual(['ab', 'b', 'a']);
  });

  it('refuses what finds the line full, and says how long it is', async () => {
    const { start } = setUp(1, 1);
    start('a1', ['a']);
    start('a2', ['a']);
    await expect(start('a3', ['a']).result).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: textWith('1 are being answered and 1 wait'),
    });
    expect(start('b1', ['b']).result).toBeInstanceOf(Promise);
  });

  it('takes out of the line whoever leaves it, and never begins for them', async () => {
    const { gate, begun, start } = setUp(1, 1);
    const first = start('a1', ['a']);
    const leaver = new AbortController();
    const second = start('a2', ['a'], leaver.signal);
    leaver.abort();
    await expect(second.result).rejects.toMatchObject({ code: 'CANCELLED' });
    start('a3', ['a']);
    first.resolve('');
    await tick();
    expect(begun).toEqual(['a1', 'a3']);
    expect(gate.waiting).toBe(0);
  });

  it('begins nothing for a signal that is aborted already', async () => {
    const { gate, begun, start } = setUp(1, 1);
    await expect(start('a', ['a'], AbortSignal.abort()).result).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(begun).toEqual([]);
    expect(gate.running).toBe(0);
  });

  it('gives a place back whatever the work ends in', async () => {
    const { gate } = setUp(1, 1);
    const broken = gate.run(['a'], never, () => {
      throw new Error('at once');
    });
    await expect(broken).rejects.toThrow('at once');
    expect(gate.running).toBe(0);
  });
});
