import { parseExposition } from '../../exposition/index.js';
import { CLOCK_EVENT_REASONS } from '../clockEventReasons.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const line = (name: string, labels: string, value: number) =>
  `${name}{gpu="0",${labels}} ${value}\n`;
const read = (...lines: string[]) => normaliseDcgm(parseExposition(lines.join('')));

describe('the last XID', () => {
  it('is told per board, 0 where there was none, and is no reading', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_XID_ERRORS', 'UUID="GPU-2",err_code="79",err_msg="GPU is lost"', 79),
      line('DCGM_FI_DEV_XID_ERRORS', 'UUID="GPU-1",err_code="0",err_msg="No Error"', 0),
    );
    expect([...telemetry.lastXid]).toEqual([
      ['GPU-1', 0],
      ['GPU-2', 79],
    ]);
    expect(telemetry.readings).toEqual([]);
  });

  it('is the board’s also where only an instance tells it', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_XID_ERRORS', 'UUID="GPU-1",GPU_I_ID="7"', 0),
      line('DCGM_FI_DEV_XID_ERRORS', 'UUID="GPU-1",GPU_I_ID="11"', 13),
    );
    expect([...telemetry.lastXid]).toEqual([['GPU-1', 13]]);
  });

  it('is absent for a board that the source is silent about', () => {
    const telemetry = read(line('DCGM_FI_DEV_POWER_USAGE', 'UUID="GPU-1"', 90));
    expect(telemetry.lastXid.size).toBe(0);
  });
});

describe('clock event reasons', () => {
  it.each(['DCGM_FI_DEV_CLOCKS_EVENT_REASONS', 'DCGM_FI_DEV_CLOCK_THROTTLE_REASONS'])(
    'are read from %s',
    (name) => {
      expect([...read(line(name, 'UUID="GPU-1"', 0x24)).clockEventReasons]).toEqual([
        ['GPU-1', 0x24],
      ]);
    },
  );

  it('are one bit each and leave no gap', () => {
    const bits = CLOCK_EVENT_REASONS.map(({ bit }) => bit);
    expect(bits.every((bit) => Number.isInteger(Math.log2(bit)))).toBe(true);
    expect(new Set(bits).size).toBe(bits.length);
    const mask = bits.reduce((sum, bit) => sum | bit, 0);
    expect(mask).toBe(0x1ff);
  });

  it('tell power from heat', () => {
    const causes = (mask: number) =>
      CLOCK_EVENT_REASONS.filter(({ bit }) => (mask & bit) !== 0).map(({ throttle }) => throttle);
    expect(causes(0x84)).toEqual(['power', 'power']);
    expect(causes(0x60)).toEqual(['thermal', 'thermal']);
    expect(causes(0x9)).toEqual([undefined, undefined]);
  });
});
