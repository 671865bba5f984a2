import { ALERT_NEEDS, silencedAlerts } from './alertNeeds.js';
import { CATALOG } from './catalog.js';

describe('silencedAlerts', () => {
  it('is empty when nothing is missing', () => {
    expect(silencedAlerts([])).toEqual([]);
  });

  it('names each alert once, with what it lacks of the missing metrics only', () => {
    expect(silencedAlerts(['gpu_memory_total_bytes', 'gpu_power_watts'])).toEqual([
      { alert: 'GpuMemoryNearlyFull', missing: ['gpu_memory_total_bytes'] },
    ]);
  });

  it('silences every alert of the table when a source gives nothing at all', () => {
    const all = CATALOG.map(({ name }) => name);
    expect(silencedAlerts(all).map(({ alert }) => alert)).toEqual(Object.keys(ALERT_NEEDS));
  });

  it('silences no alert for a metric that no alert reads', () => {
    const read = new Set<string>(Object.values(ALERT_NEEDS).flat());
    const unread = CATALOG.map(({ name }) => name).filter((name) => !read.has(name));
    expect(unread.length).toBeGreaterThan(0);
    expect(silencedAlerts(unread)).toEqual([]);
  });
});
