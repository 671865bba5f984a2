import { parseExposition } from '../../exposition/index.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const row = (labels: string, value: string) => `DCGM_FI_DEV_POWER_USAGE{${labels}} ${value}\n`;
const OWN = row('gpu="0",UUID="GPU-1",Hostname="node-a"', '90');

describe('hosts', () => {
  const FOREIGN =
    row('gpu="0",UUID="GPU-2",Hostname="node-b"', '100') +
    row('gpu="1",UUID="GPU-3",hostname="node-b"', '110') +
    'DCGM_FI_DEV_VGPU_LICENSE_STATUS{gpu="0",UUID="GPU-2",Hostname="node-b"} 0\n';
  const acceptHost = (host: string) => host === 'node-a';

  it('that are not this node are refused, counted, and named once', () => {
    const telemetry = normaliseDcgm(parseExposition(OWN + FOREIGN), { acceptHost });
    expect(telemetry.boards.map(({ uuid }) => uuid)).toEqual(['GPU-1']);
    expect(telemetry.readings.map(({ uuid }) => uuid)).toEqual(['GPU-1']);
    expect(telemetry.drops).toEqual([
      { field: 'DEV_POWER_USAGE', reason: 'foreign_host', count: 2 },
    ]);
    expect(telemetry.foreignHosts).toEqual(['node-b']);
  });

  it('are not asked for where the row names none', () => {
    const telemetry = normaliseDcgm(parseExposition(row('gpu="0",UUID="GPU-1"', '90')), {
      acceptHost: () => false,
    });
    expect(telemetry.readings).toHaveLength(1);
  });

  it('are all welcome without a rule', () => {
    const telemetry = normaliseDcgm(parseExposition(OWN + FOREIGN));
    expect(telemetry.boards).toHaveLength(3);
    expect(telemetry.foreignHosts).toEqual([]);
  });
});

describe('age', () => {
  const at = (timestampMs: number) => row('gpu="0",UUID="GPU-1"', `90 ${timestampMs}`);
  const drops = (text: string) =>
    normaliseDcgm(parseExposition(text), { nowMs: 100_000, maxAgeMs: 60_000 }).drops;

  it('beyond the limit is dropped as stale', () => {
    expect(drops(at(39_999))).toEqual([{ field: 'DEV_POWER_USAGE', reason: 'stale', count: 1 }]);
  });

  it('up to the limit is fresh, and so is a sample without a time stamp', () => {
    expect(drops(at(40_000))).toEqual([]);
    expect(drops(OWN)).toEqual([]);
  });

  it('is not judged without a clock', () => {
    expect(normaliseDcgm(parseExposition(at(1)), { maxAgeMs: 1 }).drops).toEqual([]);
  });
});

describe('devices', () => {
  it.each(['gpu="0"', 'gpu="0",UUID=""', 'gpu="0",UUID="MIG-aaaa"'])(
    'a row with %s belongs to none',
    (labels) => {
      const telemetry = normaliseDcgm(parseExposition(row(labels, '90')));
      expect(telemetry.boards).toEqual([]);
      expect(telemetry.drops).toEqual([
        { field: 'DEV_POWER_USAGE', reason: 'no_device', count: 1 },
      ]);
    },
  );

  it('are seen through fields that we do not read, which are no drops', () => {
    const telemetry = normaliseDcgm(
      parseExposition('DCGM_FI_DEV_FAN_SPEED{gpu="0",UUID="GPU-1"} 30\n'),
    );
    expect(telemetry.boards.map(({ uuid }) => uuid)).toEqual(['GPU-1']);
    expect([...telemetry.fields]).toEqual(['DEV_FAN_SPEED']);
    expect(telemetry.drops).toEqual([]);
    expect(telemetry.readings).toEqual([]);
  });

  it('are not seen in other programs’ metrics', () => {
    const telemetry = normaliseDcgm(parseExposition('node_load1{UUID="GPU-1"} 3\n'));
    expect(telemetry.boards).toEqual([]);
    expect(telemetry.fields.size).toBe(0);
  });
});
