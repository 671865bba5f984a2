import { createPreviewWorld } from '../../preview.js';
import { createWorld, type World } from '../../model/world.js';
import { DEMO_SITE } from '../../model/site.js';
import type { ShippedRecord } from '../shapes/index.js';
import { createEventLog } from './eventLog.js';

const NOW = Date.UTC(2026, 9, 1, 8);
const HOUR = 3_600_000;

interface Event {
  readonly ms: number;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly involvedObject: {
    readonly kind: string;
    readonly name: string;
    readonly labels: Record<string, string>;
  };
}

const read = (records: readonly ShippedRecord[]): Event[] =>
  records.map(({ source }) => {
    const event = source as unknown as Event & { readonly lastTimestamp: string };
    return { ...event, ms: Date.parse(event.lastTimestamp) };
  });

const preview = (days = 0.25): { world: World; events: Event[] } => {
  const world = createPreviewWorld({ nowSeconds: NOW / 1000, days });
  const log = createEventLog(world);
  world.advance(NOW / 1000);
  return { world, events: read(log.until(NOW)) };
};

describe('Kubernetes events of the site', () => {
  const { world, events } = preview();
  const of = (name: string): string[] =>
    events.filter(({ involvedObject }) => involvedObject.name === name).map((one) => one.reason);

  it('come in order and are the same for the same site', () => {
    expect(events.map(({ ms }) => ms)).toEqual(events.map(({ ms }) => ms).sort((a, b) => a - b));
    expect(preview().events).toEqual(events);
  });

  it('tell of every pod that runs when it was scheduled and started', () => {
    const running = world.pods().filter(({ phase }) => phase === 'Running');
    expect(running.length).toBeGreaterThan(30);
    for (const { name } of running) {
      expect(of(name)).toEqual(expect.arrayContaining(['Scheduled', 'Pulled', 'Started']));
    }
  });

  it('warn again and again of the pod that finds no node', () => {
    const [pod] = world.pods().filter(({ phase }) => phase === 'Pending');
    if (pod === undefined) throw new Error('no pod waits');
    const reasons = of(pod.name);
    expect(reasons.length).toBeGreaterThan(5);
    expect(new Set(reasons)).toEqual(new Set(['FailedScheduling']));
    const [event] = events.filter(({ involvedObject }) => involvedObject.name === pod.name);
    expect(event).toMatchObject({ type: 'Warning' });
    expect(event?.message).toContain('Insufficient nvidia.com/gpu');
    expect(event?.involvedObject.labels['app_kubernetes_io/name']).toBe(pod.app.name);
  });

  it('tell of a container that was killed for its memory, and that it started again', () => {
    const killed = events.filter(({ reason }) => reason === 'OOMKilled');
    const apps = killed.map(
      ({ involvedObject }) => involvedObject.labels['app_kubernetes_io/name'],
    );
    expect(new Set(apps)).toEqual(new Set(['feature-store', 'chat-serving']));
    for (const { involvedObject, ms } of killed) {
      const later = events.filter(
        (one) => one.involvedObject.name === involvedObject.name && one.ms > ms,
      );
      expect(later.map(({ reason }) => reason)).toEqual(
        expect.arrayContaining(['BackOff', 'Started']),
      );
    }
    expect(events.some(({ involvedObject }) => involvedObject.kind === 'Node')).toBe(true);
  });

  it('go on where they stopped', () => {
    const world = createWorld(DEMO_SITE, (NOW - 2 * HOUR) / 1000);
    const log = createEventLog(world);
    const pieces: Event[] = [];
    for (let ms = NOW - 2 * HOUR; ms <= NOW; ms += 60_000) {
      world.advance(ms / 1000);
      pieces.push(...read(log.until(ms)));
    }
    const whole = createWorld(DEMO_SITE, (NOW - 2 * HOUR) / 1000);
    const all = createEventLog(whole);
    whole.advance(NOW / 1000);
    const byText = (list: readonly Event[]): string[] =>
      list.map((one) => JSON.stringify(one)).sort();
    expect(byText(pieces)).toEqual(byText(read(all.until(NOW))));
    expect(pieces.length).toBeGreaterThan(50);
  });
});
