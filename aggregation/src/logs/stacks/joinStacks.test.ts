import { cpuMs } from '../../testing/cpuMs.js';
import fc from 'fast-check';
import { levelOfLine } from '../levels/lineLevel.js';
import { recordOf } from '../read/testing.js';
import type { LogRecord } from '../record.js';
import { joinStacks } from './joinStacks.js';

/** Lines of one pod, a microsecond apart, with the levels that they say. */
function said(text: string, pod = 'web-0', fromNs = 0n): readonly LogRecord[] {
  return text.split('\n').map((line, at) => {
    const level = levelOfLine(line);
    return recordOf({
      id: `${pod}-${at}`,
      timeNs: fromNs + BigInt(at) * 1000n,
      pod,
      line,
      ...(level === undefined ? {} : { level, levelFrom: 'line' }),
    });
  });
}

const JAVA = `2026-11-21 08:00:00.123 ERROR 1 --- [exec-1] c.e.Orders : order failed
java.lang.IllegalStateException: no price
\tat com.example.Orders.price(Orders.java:12)
\tat com.example.Orders.run(Orders.java:5)
Caused by: java.sql.SQLTransientException: pool is empty
\tat com.example.Pool.take(Pool.java:9)
\t... 12 more`;

const JAVA_DEATH = `Exception in thread "main" java.lang.OutOfMemoryError: Java heap space
\tat com.example.Main.main(Main.java:5)`;

const PYTHON = `2026-11-21 08:00:00,123 ERROR trainer step failed
Traceback (most recent call last):
  File "/app/train.py", line 214, in run
    batch = batch.to(device)
            ^^^^^^^^^^^^^^^^
RuntimeError: device 0 has no room

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/app/train.py", line 220, in run
    save()
torch.cuda.OutOfMemoryError: CUDA out of memory.`;

const GO = `panic: runtime error: index out of range [3] with length 3

goroutine 1 [running]:
main.(*Queue).take(0xc000012345, 0x3)
\t/app/queue.go:12 +0x1b
main.main()
\t/app/main.go:5 +0x2a
created by main.start in goroutine 1
\t/app/main.go:9 +0x3c
exit status 2`;

const NODE = `TypeError: Cannot read properties of undefined
    at take (/app/queue.js:12:5)
    at Object.<anonymous> (/app/main.js:3:1) {
  code: 'EQUEUE',
  queue: 'orders'
}`;

const STACKS = { JAVA, JAVA_DEATH, PYTHON, GO, NODE };

const lines = (records: readonly LogRecord[]) => records.map(({ line }) => line);

describe.each(Object.entries(STACKS))('a stack of %s', (_, stack) => {
  const before = said('INFO ready', 'web-0', -1_000_000n);
  const after = said('INFO next\nINFO last', 'web-0', 1_000_000n);
  const all = [...before, ...said(stack), ...after];

  it('becomes one record among the others', () => {
    const joined = joinStacks(all, 'oldest');
    expect(lines(joined)).toEqual(['INFO ready', stack, 'INFO next', 'INFO last']);
    expect(joined[1]?.id).toBe('web-0-0');
  });

  it('becomes the same record when the newest come first', () => {
    const joined = joinStacks(all.toReversed(), 'newest');
    expect(joined).toEqual(joinStacks(all, 'oldest').toReversed());
  });

  it('has the level that its lines say', () => {
    const [joined] = joinStacks(said(stack), 'oldest');
    expect(['error', 'critical']).toContain(joined?.level);
  });

  it('is found between the lines of other pods', () => {
    const own = said(stack);
    const other = said('INFO a\nINFO b\nINFO c', 'web-1');
    const mixed = own.flatMap((record, at) => [record, ...other.slice(at, at + 1)]);
    const joined = joinStacks(mixed, 'oldest');
    expect(lines(joined.filter(({ pod }) => pod === 'web-0'))).toEqual([stack]);
    expect(joined.filter(({ pod }) => pod === 'web-1')).toEqual(
      other.slice(0, Math.min(own.length, other.length)),
    );
  });

  it('does not take what another pod printed', () => {
    const [head, ...rest] = said(stack);
    const elsewhere = rest.map((record) => ({ ...record, pod: 'web-1' }));
    const joined = joinStacks(head === undefined ? [] : [head, ...elsewhere], 'oldest');
    expect(joined[0]).toEqual(head);
  });
});

describe('joinStacks', () => {
  it('begins anew where two stacks follow each other', () => {
    const joined = joinStacks(
      [...said(JAVA_DEATH), ...said(JAVA_DEATH, 'web-0', 10_000n)],
      'oldest',
    );
    expect(lines(joined)).toEqual([JAVA_DEATH, JAVA_DEATH]);
  });

  it('a Python stack that nothing reports begins with itself', () => {
    const text =
      'INFO ready\nTraceback (most recent call last):\n  File "a.py", line 1\nValueError: x';
    expect(joinStacks(said(text), 'oldest')).toHaveLength(2);
  });

  it('does not join across a pause', () => {
    const [first] = said('ERROR gone');
    const [late] = said('\tat com.example.A.b(A.java:1)', 'web-0', 60_000_000_000n);
    const records = [first, late].flatMap((record) => record ?? []);
    expect(joinStacks(records, 'oldest')).toEqual(records);
  });

  it('keeps lines that are only indented, blank, or named like errors', () => {
    const text = 'step 1\n  step 1.1\n\nValueError is a class\nat home\nINFO done';
    expect(lines(joinStacks(said(text), 'oldest'))).toEqual(text.split('\n'));
  });

  it('sees frames through colours', () => {
    const text = 'Error: gone\n\u001b[90m    at take (/app/a.js:1:1)\u001b[39m';
    expect(lines(joinStacks(said(text), 'oldest'))).toEqual([text]);
  });

  it('adds up what was cut', () => {
    const cut = said(JAVA_DEATH).map((record) => ({ ...record, cut: 5 }));
    expect(joinStacks(cut, 'oldest')[0]?.cut).toBe(10);
  });

  it('bounds a stack that does not end', () => {
    const text = `Error: gone\n${'    at take (/app/a.js:1:1)\n'.repeat(2500).trimEnd()}`;
    const joined = joinStacks(said(text), 'oldest');
    expect(joined.length).toBeGreaterThan(1);
    expect(lines(joined).join('\n')).toBe(text);
  });

  it.each([
    ['open brackets', 'panic: x', '('.repeat(100_000)],
    ['dots', 'ERROR x', 'a.'.repeat(50_000)],
    ['blanks', 'Error: x', ' '.repeat(100_000)],
  ])('takes no longer for lines of many %s', (_, head, line) => {
    const text = said(`${head}\n${line}\n${line}`);
    expect(cpuMs(() => joinStacks(text, 'oldest'))).toBeLessThan(500);
  });

  it('loses no line, adds none, and is the same from both ends', () => {
    const some = fc.constantFrom(...Object.values(STACKS).flatMap((stack) => stack.split('\n')));
    const other = fc.constantFrom('INFO ready', '', 'plain', '  indented');
    const spoken = fc.array(
      fc.record({ line: fc.oneof(some, other), pod: fc.constantFrom('a', 'b') }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(spoken, (all) => {
        const records = all.flatMap(({ line, pod }, at) => said(line, pod, BigInt(at) * 1000n));
        const joined = joinStacks(records, 'oldest');
        for (const pod of ['a', 'b']) {
          const of = (list: readonly LogRecord[]) => lines(list.filter((one) => one.pod === pod));
          expect(of(joined).join('\n').split('\n')).toEqual(of(records).join('\n').split('\n'));
        }
        expect(joinStacks(records.toReversed(), 'newest')).toEqual(joined.toReversed());
      }),
    );
  });
});
