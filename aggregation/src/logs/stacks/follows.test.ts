import type { Inside } from './follows.js';
import { follows } from './follows.js';

type Case = readonly [line: string, inside: Inside, reports: boolean, joins: boolean, then: Inside];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'frames of Java and Node': [
    ['\tat com.example.A.b(A.java:12)', 'nothing', false, true, 'frames'],
    ['    at take (/app/a.js:1:1)', 'frames', false, true, 'frames'],
    ['    at take (/app/a.js:1:1) {', 'frames', false, true, 'properties'],
    ['\t... 12 more', 'frames', false, true, 'frames'],
    ['\t... 5 common frames omitted', 'frames', false, true, 'frames'],
    ['Caused by: java.io.IOException: gone', 'frames', false, true, 'frames'],
    ['\tSuppressed: java.io.IOException: gone', 'frames', false, true, 'frames'],
    ['\t- locked <0x00> (a java.lang.Object)', 'frames', false, true, 'frames'],
    ['at last it works', 'frames', false, false, 'nothing'],
    ['Node.js v20.19.0', 'frames', false, true, 'nothing'],
    ['Node.js v20.19.0', 'nothing', false, false, 'nothing'],
  ],
  'exceptions below what reports them': [
    ['java.lang.IllegalStateException: no price', 'nothing', true, true, 'frames'],
    ['java.lang.IllegalStateException: no price', 'nothing', false, false, 'nothing'],
    ['com.example.Orders is ready', 'nothing', true, false, 'nothing'],
  ],
  'properties that Node prints': [
    ["  code: 'EQUEUE',", 'properties', false, true, 'properties'],
    ['}', 'properties', false, true, 'frames'],
    ['INFO next', 'properties', false, false, 'nothing'],
    ["  code: 'EQUEUE',", 'nothing', false, false, 'nothing'],
  ],
  'Python’s tracebacks': [
    ['Traceback (most recent call last):', 'nothing', true, true, 'traceback'],
    ['Traceback (most recent call last):', 'nothing', false, false, 'traceback'],
    ['  + Exception Group Traceback (most recent call last):', 'nothing', true, true, 'traceback'],
    ['  File "a.py", line 1, in run', 'traceback', false, true, 'traceback'],
    ['', 'traceback', false, true, 'traceback'],
    ['ValueError: x', 'traceback', false, true, 'tracebackEnd'],
    ['torch.cuda.OutOfMemoryError: x', 'traceback', false, true, 'tracebackEnd'],
    ['KeyboardInterrupt', 'traceback', false, true, 'tracebackEnd'],
    ['INFO next step of the work', 'traceback', false, false, 'nothing'],
    ['', 'tracebackEnd', false, true, 'tracebackEnd'],
    ['INFO next', 'tracebackEnd', false, false, 'nothing'],
    [
      'During handling of the above exception, another exception occurred:',
      'tracebackEnd',
      false,
      true,
      'chained',
    ],
    [
      'The above exception was the direct cause of the following exception:',
      'tracebackEnd',
      false,
      true,
      'chained',
    ],
    ['Traceback (most recent call last):', 'chained', false, true, 'traceback'],
    ['INFO next', 'chained', false, false, 'nothing'],
  ],
  'Go’s goroutines': [
    ['panic: gone', 'nothing', false, false, 'goroutines'],
    ['fatal error: all goroutines are asleep - deadlock!', 'nothing', false, false, 'goroutines'],
    ['goroutine 1 [running]:', 'goroutines', false, true, 'goroutines'],
    ['main.(*Queue).take(0xc000012345, 0x3)', 'goroutines', false, true, 'goroutines'],
    ['\t/app/queue.go:12 +0x1b', 'goroutines', false, true, 'goroutines'],
    ['created by main.start in goroutine 1', 'goroutines', false, true, 'goroutines'],
    ['[signal SIGSEGV: segmentation violation code=0x1]', 'goroutines', false, true, 'goroutines'],
    ['exit status 2', 'goroutines', false, true, 'goroutines'],
    ['', 'goroutines', false, true, 'goroutines'],
    ['INFO next', 'goroutines', false, false, 'nothing'],
    ['main.take(0x1)', 'nothing', false, false, 'nothing'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%j inside %s, below a report: %j', (line, inside, reports, joins, then) => {
    expect(follows(line, inside, reports)).toEqual({ joins, inside: then });
  });
});
