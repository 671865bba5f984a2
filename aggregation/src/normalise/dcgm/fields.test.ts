import { CATALOG, rowOf } from '../../series/catalog.js';
import { canonicalField, DCGM_FIELDS, fieldNamed, isDcgmName } from './fields.js';

describe('the table of DCGM fields', () => {
  const fed = (metric: string) =>
    DCGM_FIELDS.filter((field) => field.metric === metric).map(({ field }) => field);

  it.each(
    CATALOG.filter(
      ({ name, dcgm }) => dcgm.length > 0 && name !== 'gpu_info' && !name.startsWith('gpu_xid'),
    ).map(({ name }) => name),
  )('feeds %s from the fields that the catalogue names', (name) => {
    // Utilisation comes from the engine's activity too, but only where the other is missing.
    const fallback = name === 'gpu_utilization_ratio' ? ['PROF_GR_ENGINE_ACTIVE'] : [];
    expect([...fed(name), ...fallback].sort()).toEqual([...rowOf(name).dcgm].sort());
  });

  it('knows every field that the catalogue names', () => {
    const known = new Set(DCGM_FIELDS.map(({ field }) => field));
    expect(CATALOG.flatMap(({ dcgm }) => dcgm).filter((field) => !known.has(field))).toEqual([]);
  });

  it('gives each name to one field', () => {
    const names = DCGM_FIELDS.flatMap((field) => Object.keys(field.names));
    expect(names).toHaveLength(new Set(names).size);
  });

  it('prefers the name that DCGM used longest, and has it in the canonical spelling', () => {
    for (const { field, names } of DCGM_FIELDS) {
      expect(Object.keys(names)[0]).toBe(`DCGM_FI_${field}`);
    }
  });

  it('has the labels that the catalogue row has', () => {
    for (const { field, metric, labels } of DCGM_FIELDS) {
      if (metric === undefined) continue;
      expect([field, ...Object.keys(labels ?? {})]).toEqual([
        field,
        ...(rowOf(metric).labels ?? []),
      ]);
    }
  });

  it('takes no counter that is none', () => {
    for (const name of [
      'DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL',
      'DCGM_EXP_XID_ERRORS_COUNT',
      'DCGM_EXP_CLOCK_EVENTS_COUNT',
    ]) {
      expect(fieldNamed(name)).toBeUndefined();
    }
  });
});

describe('canonicalField', () => {
  it.each([
    ['DCGM_FI_DEV_MEMORY_CLOCK_HERTZ', 'DEV_MEM_CLOCK'],
    ['DCGM_FI_SYSTEM_DRIVER_VERSION', 'DRIVER_VERSION'],
    ['dcgm_fb_used', 'DEV_FB_USED'],
    ['DCGM_FI_DEV_VGPU_LICENSE_STATUS', 'DEV_VGPU_LICENSE_STATUS'],
    ['DCGM_EXP_XID_ERRORS_COUNT', 'DCGM_EXP_XID_ERRORS_COUNT'],
  ])('%s is %s', (name, field) => {
    expect(canonicalField(name)).toBe(field);
  });
});

describe('isDcgmName', () => {
  it('tells dcgm-exporter’s metrics from those of its process', () => {
    expect(isDcgmName('DCGM_FI_DEV_GPU_UTIL')).toBe(true);
    expect(isDcgmName('dcgm_gpu_temp')).toBe(true);
    expect(isDcgmName('go_goroutines')).toBe(false);
    expect(isDcgmName('xdcgm_gpu_temp')).toBe(false);
  });
});
