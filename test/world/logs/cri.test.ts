import { criBytes, criText } from './cri.js';
import type { LogTruth } from './truth.js';

const truth = (line: string): LogTruth => ({
  timeNs: 1_790_841_600_012_345_678n,
  line,
  stream: 'stderr',
  offset: 0,
  traceId: '',
  source: {
    kind: 'host',
    cluster: 'demo',
    tenant: '',
    app: '',
    user: '',
    host: 'vm',
    unit: '',
    program: 'sshd',
    pid: 1,
  },
});

describe('criText', () => {
  it('writes time, stream, tag and line', () => {
    expect(criText(truth('one 显存')).toString()).toBe(
      '2026-10-01T08:00:00.012345678Z stderr F one 显存\n',
    );
  });

  it.each([0, 1, 16_384, 16_385, 50_000])('is as long as criBytes says for %d bytes', (length) => {
    const line = 'x'.repeat(length);
    expect(criText(truth(line))).toHaveLength(criBytes(line));
  });

  it('parts long lines so that the parts together are the line', () => {
    const line = '显存x'.repeat(6_000);
    const parts = criText(truth(line)).toString('latin1').trimEnd().split('\n');
    expect(parts.map((part) => part.split(' ')[2])).toEqual(['P', 'P', 'F']);
    const joined = parts.map((part) => part.split(' ')[3]).join('');
    expect(Buffer.from(joined, 'latin1').toString()).toBe(line);
  });
});
