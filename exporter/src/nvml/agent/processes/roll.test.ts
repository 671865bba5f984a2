import type { ProcessFacts } from '@gpuscope/aggregation';
import type { ListedProcess } from '../../read/processes.js';
import { createProcessBook } from './book.js';
import { createProcessRoll } from './roll.js';

const facts = (startTicks: number, command = 'python3'): ProcessFacts => ({
  found: true,
  cgroup: '0::/a',
  uid: 1000,
  gid: 100,
  startTicks,
  command,
});

const compute = (pid: number, memory = 1024, gpuInstance?: number): ListedProcess => ({
  pid,
  kind: 'compute',
  memory,
  ...(gpuInstance !== undefined && { gpuInstance }),
});

/** A device of a test: each poll lists something. */
function device(commands: Readonly<Record<number, string>> = {}) {
  const starts = new Map<number, number>();
  const book = createProcessBook((pid) => facts(starts.get(pid) ?? pid, commands[pid]));
  const roll = createProcessRoll(book);
  return {
    roll,
    book,
    starts,
    poll: (...listed: readonly ListedProcess[]): void => {
      roll.list(listed);
      book.endPoll();
    },
  };
}

describe('the roll of a device’s processes', () => {
  it('gives each its memory and what it did; an idle one did nothing', () => {
    const { roll, poll } = device();
    poll(compute(1, 100), compute(2, 200));
    const percent = new Map([[roll.keyOf(1), 40]]);
    expect(roll.cut(percent)).toEqual([
      { pid: 1, kind: 'compute', memory: 100, utilization: 40, facts: facts(1), ended: false },
      { pid: 2, kind: 'compute', memory: 200, utilization: 0, facts: facts(2), ended: false },
    ]);
  });

  it('says nothing of utilisation where the driver can’t tell, or the process is on an instance', () => {
    const { roll, poll } = device();
    poll(compute(1), compute(2, 100, 3));
    expect(roll.cut(undefined)?.some((process) => 'utilization' in process)).toBe(false);
    const [whole, instance] = roll.cut(new Map()) ?? [];
    expect(whole).toMatchObject({ utilization: 0 });
    expect(instance).toMatchObject({ gpuInstance: 3 });
    expect(instance).not.toHaveProperty('utilization');
  });

  it('counts a process that ended within the window, without memory, once', () => {
    const { roll, poll } = device();
    poll(compute(1), compute(2));
    poll(compute(2));
    const percent = new Map([[roll.keyOf(1), 15]]);
    const [ended, lives] = roll.cut(percent) ?? [];
    expect(ended).toEqual({
      pid: 1,
      kind: 'compute',
      utilization: 15,
      facts: facts(1),
      ended: true,
    });
    expect(lives).toMatchObject({ pid: 2, ended: false });
    poll(compute(2));
    expect(roll.cut(new Map())?.map(({ pid }) => pid)).toEqual([2]);
  });

  it('counts one that lived between two polls, known by its samples only', () => {
    const { roll, poll } = device();
    poll();
    const percent = new Map([[roll.keyOf(7), 5]]);
    expect(roll.cut(percent)).toEqual([
      { pid: 7, kind: 'compute', utilization: 5, facts: facts(7), ended: true },
    ]);
    expect(roll.cut(new Map())).toEqual([]);
  });

  it('tells two processes of one number apart', () => {
    const { roll, poll, book, starts } = device();
    poll(compute(1, 100));
    const percent = new Map([[roll.keyOf(1), 30]]);
    starts.set(1, 99);
    book.renew();
    poll(compute(1, 500));
    percent.set(roll.keyOf(1), 60);
    expect(roll.cut(percent)).toEqual([
      { pid: 1, kind: 'compute', utilization: 30, facts: facts(1), ended: true },
      { pid: 1, kind: 'compute', memory: 500, utilization: 60, facts: facts(99), ended: false },
    ]);
  });

  it('keeps a process’s parts on two instances apart', () => {
    const { roll, poll } = device();
    poll(compute(1, 100, 3), compute(1, 200, 5));
    expect(roll.cut(undefined)?.map(({ gpuInstance, memory }) => [gpuInstance, memory])).toEqual([
      [3, 100],
      [5, 200],
    ]);
  });

  it('gives no list where the driver gave none last, and takes nobody for ended by that', () => {
    const { roll, poll } = device();
    poll(compute(1));
    roll.list(undefined);
    expect(roll.cut(new Map())).toBeUndefined();
    poll(compute(1));
    expect(roll.cut(new Map())).toMatchObject([{ pid: 1, ended: false }]);
  });

  it('sees MPS by a client of the server, for as long as it is there', () => {
    const { roll, poll } = device();
    poll(compute(2));
    expect(roll.mps).toBe(false);
    poll(compute(2), { pid: 1, kind: 'mps' });
    expect(roll.mps).toBe(true);
    poll(compute(2));
    expect(roll.mps).toBe(false);
  });

  it('does not take a user’s program for the server by its name', () => {
    const { roll, poll } = device({ 1: 'nvidia-cuda-mps' });
    poll(compute(1), compute(2));
    expect(roll.mps).toBe(false);
  });
});
