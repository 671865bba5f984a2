import { growingBuffer } from './growing.js';

const INSUFFICIENT_SIZE = 7;

/** A driver with a list of that many records of one byte each, which grows with each question. */
const list = (length: number, growth = 0) => {
  const state = { length, asked: 0 };
  const ask = (records: Buffer, count: Buffer): number => {
    const room = count.readUInt32LE();
    const needed = state.length + growth * state.asked++;
    count.writeUInt32LE(needed);
    if (needed > room) return INSUFFICIENT_SIZE;
    records.fill(1, 0, needed);
    return 0;
  };
  return { state, ask };
};

describe('growingBuffer', () => {
  it('is answered at once where there is room', () => {
    const { state, ask } = list(3);
    expect(growingBuffer(4).fill(1, ask)).toEqual({ ok: true, count: 3 });
    expect(state.asked).toBe(1);
  });

  it('makes room for a long list, and keeps it', () => {
    const buffer = growingBuffer(4);
    const { state, ask } = list(100);
    expect(buffer.fill(1, ask)).toEqual({ ok: true, count: 100 });
    expect(buffer.bytes.subarray(0, 100).every((byte) => byte === 1)).toBe(true);
    const asked = state.asked;
    buffer.fill(1, ask);
    expect(state.asked).toBe(asked + 1);
  });

  it('catches up with a list that grows between two questions', () => {
    expect(growingBuffer(4).fill(1, list(5, 3).ask)).toMatchObject({ ok: true });
  });

  it('gives up on a list that always asks for more', () => {
    let asked = 0;
    const never = (_: Buffer, count: Buffer): number => {
      asked++;
      count.writeUInt32LE(count.readUInt32LE() + 1);
      return INSUFFICIENT_SIZE;
    };
    expect(growingBuffer(4).fill(1, never)).toMatchObject({ code: 'NVML_ERROR_INSUFFICIENT_SIZE' });
    expect(asked).toBeLessThan(20);
  });

  it('does not ask for memory without end', () => {
    const wild = (_: Buffer, count: Buffer): number => {
      count.writeUInt32LE(0xffffffff);
      return INSUFFICIENT_SIZE;
    };
    const buffer = growingBuffer(4);
    expect(buffer.fill(32, wild)).toMatchObject({ code: 'NVML_ERROR_INSUFFICIENT_SIZE' });
    expect(buffer.bytes.length).toBeLessThan(1e7);
  });

  it('believes no more records than there was room for', () => {
    const boast = (_: Buffer, count: Buffer): number => {
      count.writeUInt32LE(1000);
      return 0;
    };
    expect(growingBuffer(32).fill(8, boast)).toEqual({ ok: true, count: 4 });
  });
});
