import fc from 'fast-check';
import type { LogRecord } from '../record.js';
import { orderRecords } from './orderRecords.js';
import { recordOf } from './testing.js';

const line = (timeNs: bigint, pod: string, id: string, offset?: number): LogRecord =>
  recordOf({ timeNs, pod, id, ...(offset === undefined ? {} : { offset }) });

const ids = (records: readonly LogRecord[]) => records.map(({ id }) => id).join(' ');

describe('orderRecords', () => {
  it('orders by nanoseconds what the store knew to the millisecond', () => {
    const records = [line(3n, 'a', '3'), line(1n, 'a', '1'), line(2n, 'b', '2')];
    expect(orderRecords(records, 'oldest')).toEqual({
      records: [records[1], records[2], records[0]],
      isExact: true,
    });
    expect(ids(orderRecords(records, 'newest').records)).toBe('3 2 1');
  });

  it('orders lines of one moment by their place in the file', () => {
    const records = [line(1n, 'a', '2', 200), line(1n, 'a', '1', 100), line(1n, 'a', '3', 300)];
    const oldest = orderRecords(records, 'oldest');
    expect([ids(oldest.records), oldest.isExact]).toEqual(['1 2 3', true]);
    expect(ids(orderRecords(records, 'newest').records)).toBe('3 2 1');
  });

  it('compares offsets within one file only', () => {
    const records = [line(1n, 'a', 'a2', 900), line(1n, 'b', 'b1', 5), line(1n, 'a', 'a1', 800)];
    expect(ids(orderRecords(records, 'oldest').records)).toBe('a1 b1 a2');
  });

  it('leaves lines that nothing tells apart in the store’s order, and says so', () => {
    const records = [line(1n, 'a', 'x'), line(1n, 'a', 'y'), line(2n, 'a', 'z')];
    const { records: oldest, isExact } = orderRecords(records, 'oldest');
    expect([ids(oldest), isExact]).toEqual(['x y z', false]);
  });

  it('does not trust offsets that some lack, or that come twice', () => {
    const some = [line(1n, 'a', 'x', 9), line(1n, 'a', 'y')];
    const twice = [line(1n, 'a', 'x', 9), line(1n, 'a', 'y', 9)];
    expect(orderRecords(some, 'oldest')).toEqual({ records: some, isExact: false });
    expect(orderRecords(twice, 'newest').isExact).toBe(false);
  });

  it('lines of several speakers in one moment have no order to know', () => {
    const records = [line(1n, 'a', 'x'), line(1n, 'b', 'y')];
    expect(orderRecords(records, 'newest')).toEqual({ records, isExact: true });
  });

  it('finds the order in which lines were written, from any order', () => {
    const written = Array.from({ length: 30 }, (_, at) =>
      line(BigInt(Math.floor(at / 7)), 'a', String(at), at * 10),
    );
    const shuffled = fc.shuffledSubarray(written, { minLength: 30 });
    fc.assert(
      fc.property(shuffled, (records) => {
        expect(orderRecords(records, 'oldest')).toEqual({ records: written, isExact: true });
        expect(orderRecords(records, 'newest').records).toEqual(written.toReversed());
      }),
    );
  });

  it('loses no line and adds none', () => {
    const some = fc.record({
      timeNs: fc.bigInt({ min: 0n, max: 3n }),
      pod: fc.constantFrom('', 'a', 'b'),
      id: fc.uuid(),
      offset: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(some), fc.constantFrom('newest', 'oldest'), (all, direction) => {
        const records = all.map(({ timeNs, pod, id, offset }) => line(timeNs, pod, id, offset));
        const ordered = orderRecords(records, direction).records;
        expect(new Set(ordered)).toEqual(new Set(records));
        expect(ordered).toHaveLength(records.length);
      }),
    );
  });
});
