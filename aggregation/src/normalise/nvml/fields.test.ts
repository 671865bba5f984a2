import { CATALOG, rowOf } from '../../series/catalog.js';
import { NVML_BOARD_ROWS } from './boardFields.js';
import { NVML_FIELDS } from './fields.js';
import { NVML_HEALTH_ROWS } from './healthFields.js';
import { NVML_LEAF_ROWS } from './leafFields.js';
import { NVML_BOARD_FIELDS, NVML_LEAF_FIELDS } from './snapshot.js';
import { NVML_SCALES } from './units.js';

/** The catalogue's unit that a unit of NVML's is scaled to. */
const UNITS = {
  percent: 'ratio',
  bytes: 'bytes',
  celsius: 'celsius',
  milliwatts: 'watts',
  millijoules: 'joules',
  megahertz: 'hertz',
  nanoseconds: 'seconds',
  kilobytes_per_second: 'bytes_per_second',
  kibibytes_per_second: 'bytes_per_second',
  mebibytes_per_second: 'bytes_per_second',
  count: 'count',
} as const;

describe('NVML_FIELDS', () => {
  it('uses every figure that a snapshot can hold, once', () => {
    const used = [...NVML_FIELDS.map(({ field }) => field), 'clockEventReasons'].sort();
    expect(used).toEqual([...NVML_BOARD_FIELDS, ...NVML_LEAF_FIELDS].sort());
  });

  it.each(NVML_FIELDS.map((row) => [row.field, row] as const))(
    '%s is scaled to its row’s unit, by a call that the row names',
    (_, { metric, unit, call }) => {
      expect(UNITS[unit]).toBe(rowOf(metric).unit);
      expect(NVML_SCALES[unit].ratio === true).toBe(rowOf(metric).unit === 'ratio');
      expect(rowOf(metric).nvml).toContain(call);
    },
  );

  it('labels each row as the catalogue does', () => {
    for (const { metric, labels = {} } of NVML_FIELDS) {
      expect(Object.keys(labels)).toEqual([...(rowOf(metric).labels ?? [])]);
    }
  });

  it('keeps leaf and board apart as the catalogue does', () => {
    for (const { metric } of NVML_LEAF_ROWS) expect(rowOf(metric).level).toBe('leaf');
    for (const { metric } of [...NVML_BOARD_ROWS, ...NVML_HEALTH_ROWS]) {
      expect(rowOf(metric).level).toBe('board');
    }
  });

  it('leaves out no metric of the catalogue that names a call, and names none that it lacks', () => {
    const made = new Set<string>(NVML_FIELDS.map(({ metric }) => metric));
    const others = ['gpu_info', 'gpu_xid_errors_total', 'gpu_xid_last_timestamp_seconds'];
    const named = CATALOG.filter(({ nvml }) => nvml.length > 0).map(({ name }) => name);
    expect([...made, ...others].sort()).toEqual([...named].sort());
  });
});
