import type { Compared } from './compare.js';
import type { Report } from './report.js';
import { isGood, reportText } from './report.js';

const compared = (verdict: Compared['verdict']): Compared => ({
  gpu: '0',
  metric: 'gpu_power_watts',
  labels: {},
  field: 'power.draw',
  ours: 300,
  theirs: 301.25,
  tolerance: 45,
  verdict,
});

const load = (error: number) => ({
  name: 'one-30-1',
  pid: 7,
  figure: 0.31,
  trueBusy: 0.3,
  truePart: 1,
  memoryBytes: 600 * 1024 ** 2,
  heldBytes: 512 * 1024 ** 2,
  error,
});

const report = (verdict: Compared['verdict'], error: number): Report => ({
  origin: 'NVIDIA H100, driver 580, kernel 6.1, 2026-01-01',
  program: 'gpuscope-exporter 0.1.0',
  idle: [compared(verdict)],
  scenarios: [
    {
      name: 'one-30',
      recording: 'one-30.jsonl.gz',
      attribution: { contended: false, windows: 5, seesProcesses: true, loads: [load(error)] },
    },
    { name: 'mig', skipped: 'There is no MIG instance here.' },
  ],
});

describe('the report', () => {
  it.each([
    ['same', 0.01, true],
    ['only ours', 0.01, true],
    ['differs', 0.01, false],
    ['only theirs', 0.01, false],
    ['same', 0.06, false],
  ] as const)('with a figure that is %s and an error of %d is good: %s', (verdict, error, good) => {
    expect(isGood(report(verdict, error))).toBe(good);
    const text = reportText(report(verdict, error));
    expect(text).toContain(good ? 'nothing is wrong' : 'something differs');
  });

  it('shows figures, loads, recordings, and what could not be had and why', () => {
    const text = reportText(report('same', 0.01));
    expect(text).toContain('| 0 | gpu_power_watts | power.draw | 300 | 301.25 | 45 | same |');
    expect(text).toContain('| one-30-1 | 31.0 | 30.0 | – | – | 1.0 | 600 | 512 |');
    expect(text).toContain('Recording: one-30.jsonl.gz');
    expect(text).toContain('## one-30: passed');
    expect(text).toContain('## mig: not measured\n\nThere is no MIG instance here.');
  });

  it('is bad where a scenario broke, and says how', () => {
    const broken = {
      ...report('same', 0),
      scenarios: [{ name: 'two', failure: 'load two-1: gone' }],
    };
    expect(isGood(broken)).toBe(false);
    expect(reportText(broken)).toContain('## two: failed\n\nload two-1: gone');
  });

  it('says that processes can’t be seen rather than that they are idle', () => {
    const blind = { contended: false, windows: 0, seesProcesses: false, loads: [] };
    const text = reportText({
      ...report('same', 0),
      scenarios: [{ name: 'two', attribution: blind }],
    });
    expect(text).toContain('## two: not measured');
    expect(text).toContain("The machine's processes can't be seen from here.");
  });
});
