import type { Claim, HolderReport } from './claim.js';
import { holdingsOf, type Holding } from './holding.js';
import { holderKey } from './holderKey.js';
import { leavesOf } from './leaf.js';
import { placeReport } from './place.js';
import { boardOf, claim, localOf, mig, migBoard, offer, reportOf, uuid } from './testing.js';

const GPU = uuid('GPU-a');
const LEAVES = leavesOf([boardOf('GPU-a')]);

function holdings(reports: readonly HolderReport[], leaves = LEAVES): Holding[] {
  return holdingsOf(
    leaves,
    reports.map((report) => placeReport(leaves, [], report)),
  );
}

/** The only leaf's holding, with its parts by holder. */
function held(...reports: readonly HolderReport[]) {
  const [holding] = holdings(reports);
  if (holding === undefined) throw new Error('the leaf has no holding');
  const parts = holding.parts.map((part) => [holderKey(part.holder).slice(4), part.allocated]);
  return { ...holding, parts: Object.fromEntries(parts) as Record<string, number> };
}

const on = (holder: string, extra?: Partial<Claim>): Claim => claim(GPU, holder, extra);
const stated = (holder: string, statedShare: number, resource = 'a/b'): Claim =>
  on(holder, { statedShare, resource });

describe('holdingsOf', () => {
  it('gives a device to the only one who claims it', () => {
    expect(held(reportOf([on('ns/p/main')], [offer(GPU)]))).toMatchObject({
      known: true,
      parts: { 'ns/p/main': 1 },
      free: 0,
      alone: true,
      allocatable: true,
    });
  });

  it('tells whether the holders are known by use: where their report measures processes', () => {
    const given = reportOf([on('ns/p/main')]);
    const seen = reportOf([on('ns/p/main')], [], { figures: [] });
    expect([held(given).byUse, held(seen).byUse, held(given, seen).byUse]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('shares equally among users, jobs and units of a machine', () => {
    const claims = [localOf({ job: '1' }), localOf({ job: '2' }), localOf({ user: 'bob' })].map(
      (holder): Claim => ({ ...on('x'), holder }),
    );
    const [holding] = holdings([reportOf(claims)]);
    const third = { allocated: 1 / 3 };
    expect(holding?.parts).toMatchObject([third, third, third]);
    expect(holding?.alone).toBe(false);
  });

  it('shares equally among pods, then among their containers, where nothing is stated', () => {
    const claims = [on('ns/p/main'), on('ns/q/main'), on('ns/q/side')];
    const { parts, free, alone } = held(reportOf(claims));
    expect(parts).toEqual({ 'ns/p/main': 0.5, 'ns/q/main': 0.25, 'ns/q/side': 0.25 });
    expect([free, alone]).toEqual([0, false]);
  });

  it('counts replicas, of which those that nobody holds are free', () => {
    const claims = [on('ns/p/main', { replicas: 2 }), on('ns/q/main')];
    const { parts, free } = held(reportOf(claims, [offer(GPU, 4)]));
    expect(parts).toEqual({ 'ns/p/main': 0.5, 'ns/q/main': 0.25 });
    expect(free).toBe(0.25);
  });

  it('adds up the claims of one holder', () => {
    const { parts } = held(reportOf([on('ns/p/main'), on('ns/p/main')], [offer(GPU, 4)]));
    expect(parts).toEqual({ 'ns/p/main': 0.5 });
  });

  it('does not leave a sharer of replicas alone unless it has them all', () => {
    const some = reportOf([on('ns/p/main')], [offer(GPU, 2)]);
    const all = reportOf([on('ns/p/main', { replicas: 2 })], [offer(GPU, 2)]);
    expect([held(some).alone, held(all).alone]).toEqual([false, true]);
  });

  it('never gives more than the device when more replicas are held than offered', () => {
    const claims = [on('ns/p/main', { replicas: 3 }), on('ns/q/main', { replicas: 3 })];
    const { parts, free } = held(reportOf(claims, [offer(GPU, 4)]));
    expect(parts).toEqual({ 'ns/p/main': 0.5, 'ns/q/main': 0.5 });
    expect(free).toBe(0);
  });

  it('takes stated shares as stated', () => {
    const claims = [stated('ns/p/main', 0.5), stated('ns/q/main', 0.25)];
    const { parts, free } = held(reportOf(claims, [offer(GPU, 10)]));
    expect(parts).toEqual({ 'ns/p/main': 0.5, 'ns/q/main': 0.25 });
    expect(free).toBe(0.25);
  });

  it('scales down stated shares of more than the device', () => {
    const { parts, free } = held(reportOf([stated('ns/p/main', 1), stated('ns/q/main', 1)]));
    expect(parts).toEqual({ 'ns/p/main': 0.5, 'ns/q/main': 0.5 });
    expect(free).toBe(0);
  });

  it('shares what stated shares leave among those who state none', () => {
    const claims = [stated('ns/p/main', 0.5), on('ns/q/main'), on('ns/r/main')];
    const { parts, free } = held(reportOf(claims));
    expect(parts).toEqual({ 'ns/p/main': 0.5, 'ns/q/main': 0.25, 'ns/r/main': 0.25 });
    expect(free).toBe(0);
  });

  it('counts a device under two resource names once', () => {
    const cores = stated('ns/p/main', 0.5, 'x/core');
    const memory = stated('ns/p/main', 0.25, 'x/memory');
    expect(held(reportOf([cores, memory])).parts).toEqual({ 'ns/p/main': 0.5 });
    const twice = [on('ns/p/main', { resource: 'x/a' }), on('ns/p/main', { resource: 'x/b' })];
    expect(held(reportOf(twice, [offer(GPU, 4)])).parts).toEqual({ 'ns/p/main': 0.25 });
  });

  it('counts the compute instances of a GPU instance: what nobody was given of it is free', () => {
    const [one, two] = ['nvidia.com/mig-1c.3g.40gb', 'nvidia.com/mig-2c.3g.40gb'];
    const board = boardOf('GPU-a', {
      instances: [
        { gpuInstance: '1', migProfile: '3g.40gb', migUuids: ['MIG-x', 'MIG-y', 'MIG-z'] },
      ],
    });
    const offers = [
      offer(mig('MIG-x'), 1, one),
      offer(mig('MIG-y'), 1, two),
      offer(mig('MIG-z'), 1, one),
    ];
    const claims = [
      claim(mig('MIG-x'), 'ns/p/main', { resource: one }),
      claim(mig('MIG-y'), 'ns/p/main', { resource: two }),
    ];
    const leaves = leavesOf([board]);
    const placed = placeReport(leaves, [], reportOf(claims, offers));
    const [holding] = holdingsOf(leaves, [placed]);
    expect(holding).toMatchObject({ known: true, alone: false });
    expect(holding?.parts.map(({ allocated }) => allocated)).toEqual([2 / 3]);
    expect(holding?.free).toBeCloseTo(1 / 3, 12);
  });

  it('knows a device on offer without a claim to be free', () => {
    const silent = { silentMeansFree: false };
    expect(held(reportOf([], [offer(GPU)], silent))).toMatchObject({ known: true, free: 1 });
    expect(held(reportOf([]))).toMatchObject({ known: true, free: 1 });
  });

  it('knows nothing where no source speaks of the device', () => {
    const silent = reportOf([], [], { silentMeansFree: false });
    expect(held()).toMatchObject({ known: false, parts: {}, free: 0 });
    expect(held(silent)).toMatchObject({ known: false, parts: {}, free: 0 });
  });

  it('believes the first report that knows the device', () => {
    const ignorant = reportOf([], [], { silentMeansFree: false });
    const first = reportOf([on('ns/p/main')]);
    const second = reportOf([on('ns/q/main')]);
    expect(held(ignorant, first, second).parts).toEqual({ 'ns/p/main': 1 });
  });

  it('takes no device for free that a claim without a place may be on', () => {
    const leaves = leavesOf([migBoard('GPU-m', ['1g.10gb', '1g.10gb', '3g.40gb'])]);
    const resource = 'nvidia.com/mig-1g.10gb';
    const first = reportOf([claim(mig('MIG-x'), 'ns/p/main', { resource })]);
    const later = reportOf([], [], { source: 'dcgmLabels' });
    expect(holdings([first, later], leaves).map(({ known }) => known)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('tells whether a device is on offer only where that is certain', () => {
    const leaves = leavesOf([
      boardOf('GPU-a'),
      boardOf('GPU-b'),
      migBoard('GPU-m', ['1g.10gb', '1g.10gb']),
    ]);
    const lost = offer(mig('MIG-x'), 1, 'nvidia.com/mig-1g.10gb');
    const found = holdings([reportOf([], [offer(GPU), lost])], leaves);
    expect(found.map(({ allocatable }) => allocatable)).toEqual([
      true,
      false,
      undefined,
      undefined,
    ]);
    expect(held(reportOf([])).allocatable).toBeUndefined();
  });
});
