import type { ProcessFacts } from '@gpuscope/aggregation';
import { createProcessBook, sameProcess } from './book.js';

const found = (startTicks: number, cgroup = '0::/a'): ProcessFacts => ({
  found: true,
  cgroup,
  uid: 1000,
  gid: 100,
  startTicks,
  command: 'python3',
});

const gone = (reason: 'ended' | 'hidden' | 'unreadable' = 'ended'): ProcessFacts => ({
  found: false,
  reason,
});

/** A machine of a test: what /proc says, and how often it was asked. */
function machine(first: Readonly<Record<number, ProcessFacts>>) {
  const now = new Map(Object.entries(first).map(([pid, facts]) => [Number(pid), facts]));
  const reads: number[] = [];
  const book = createProcessBook((pid) => {
    reads.push(pid);
    return now.get(pid) ?? gone();
  });
  return { book, now, reads };
}

describe('the same process', () => {
  it.each([
    ['is one that started at the same time', found(7), found(7), true],
    ['is none that started at another', found(7), found(8), false],
    ['is one that can no longer be read', found(7), gone(), true],
    ['is one that was hidden before', gone('hidden'), found(7), true],
    ['is none that is there after one had ended', gone(), found(7), false],
    ['is one that stays hidden', gone('hidden'), gone('hidden'), true],
  ])('%s', (_, before, now, isSame) => {
    expect(sameProcess(before, now) !== undefined).toBe(isSame);
  });

  it('has the newer facts, as far as there are any', () => {
    expect(sameProcess(found(7, '0::/a'), found(7, '0::/b'))).toEqual(found(7, '0::/b'));
    expect(sameProcess(found(7), gone())).toEqual(found(7));
  });
});

describe('the book of processes', () => {
  it('reads a new process at once, and then no more until it is told to', () => {
    const { book, reads } = machine({ 10: found(1) });
    for (let poll = 0; poll < 5; poll += 1) {
      expect(book.listed(10).facts).toEqual(found(1));
      book.endPoll();
    }
    expect(reads).toEqual([10]);
    book.renew();
    expect(reads).toEqual([10, 10]);
  });

  it('keeps what was read of a process that has ended since', () => {
    const { book, now } = machine({ 10: found(1) });
    const { key } = book.listed(10);
    book.endPoll();
    now.delete(10);
    book.renew();
    expect(book.sampled(10)).toMatchObject({ key, facts: found(1) });
  });

  it('takes a number that is used anew for another process, at the look', () => {
    const { book, now } = machine({ 10: found(1) });
    const first = book.listed(10);
    book.endPoll();
    now.set(10, found(2));
    book.renew();
    const second = book.listed(10);
    expect(second.key).not.toBe(first.key);
    expect([first.facts, second.facts]).toEqual([found(1), found(2)]);
  });

  it('looks again when a number was away for a poll', () => {
    const { book, now } = machine({ 10: found(1) });
    const first = book.listed(10);
    book.endPoll();
    book.endPoll();
    now.set(10, found(2));
    expect(book.listed(10).key).not.toBe(first.key);
  });

  it('knows one that comes back as the same', () => {
    const { book } = machine({ 10: found(1) });
    const { key } = book.listed(10);
    book.endPoll();
    book.endPoll();
    book.endPoll();
    expect(book.listed(10).key).toBe(key);
  });

  it('takes a process over to its new cgroup', () => {
    const { book, now } = machine({ 10: found(1, '0::/init') });
    const entry = book.listed(10);
    book.endPoll();
    now.set(10, found(1, '0::/job_5'));
    book.renew();
    expect(book.listed(10)).toBe(entry);
    expect(entry.facts).toEqual(found(1, '0::/job_5'));
  });

  it('remembers one that ended for a window more, as its samples come late, and then forgets it', () => {
    const { book, now, reads } = machine({ 10: found(1) });
    const { key } = book.listed(10);
    book.endPoll();
    book.endWindow();
    now.delete(10);
    expect(book.sampled(10).key).toBe(key);
    book.endPoll();
    book.endWindow();
    book.endWindow();
    book.endWindow();
    expect(book.sampled(10)).toMatchObject({ facts: gone() });
    expect(reads).toEqual([10, 10]);
  });

  it('does not grow with the processes that come and go', () => {
    const { book, reads } = machine({});
    for (let pid = 1; pid <= 500; pid += 1) {
      book.sampled(pid);
      book.endPoll();
      book.endWindow();
    }
    reads.length = 0;
    for (let pid = 1; pid <= 490; pid += 1) book.sampled(pid);
    expect(reads).toHaveLength(490);
  });
});
