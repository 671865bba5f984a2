import { Readable } from 'node:stream';
import { readBody, TooLarge } from './body.js';

const never = new AbortController().signal;

describe('readBody', () => {
  it('joins characters that chunks cut apart', async () => {
    const bytes = Buffer.from('显存不足 🙂', 'utf8');
    const chunks = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await readBody(Readable.from(chunks), 1_000, never)).toBe('显存不足 🙂');
  });

  it('replaces bytes that are no UTF-8', async () => {
    const bytes = Buffer.from([0x61, 0xff, 0x62]);
    expect(await readBody(Readable.from([bytes]), 1_000, never)).toBe('a\uFFFDb');
  });

  it('takes as many bytes as allowed, and not one more', async () => {
    const body = (): Readable => Readable.from([Buffer.alloc(6, 'a'), Buffer.alloc(4, 'b')]);
    expect(await readBody(body(), 10, never)).toHaveLength(10);
    const tooMuch = body();
    await expect(readBody(tooMuch, 9, never)).rejects.toBeInstanceOf(TooLarge);
    expect(tooMuch.destroyed).toBe(true);
  });

  it('ends when the signal is aborted, though nothing comes any more', async () => {
    const stuck = new Readable({ read: () => undefined });
    const giveUp = new AbortController();
    const reading = readBody(stuck, 1_000, giveUp.signal);
    giveUp.abort(new Error('given up'));
    await expect(reading).rejects.toThrow('given up');
    expect(stuck.destroyed).toBe(true);
  });
});
