import type { DeviceRef } from './claim.js';
import { leafKey, leavesOf } from './leaf.js';
import { placeReport } from './place.js';
import { boardOf, claim, mig, migBoard, offer, reportOf, uuid } from './testing.js';

const LEAVES = leavesOf([
  boardOf('GPU-a', { minor: '4' }),
  migBoard('GPU-b', ['1g.10gb', '1g.10gb', '3g.40gb'], { minor: '5' }),
]);

const place = (devices: readonly DeviceRef[], resource = 'nvidia.com/gpu') =>
  placeReport(LEAVES, [], reportOf(devices.map((one) => claim(one, 'ns/p/main', { resource }))));

const mayHold = (device: DeviceRef, resource?: string): string[] => {
  const placed = place([device], resource);
  expect(placed.unplaced).toHaveLength(1);
  return LEAVES.filter(placed.mayHold).map(leafKey);
};

describe('placeReport', () => {
  it.each<readonly [string, DeviceRef, string]>([
    ['uuid', uuid('GPU-a'), 'GPU-a/'],
    ['instance', { by: 'instance', uuid: 'GPU-b', gpuInstance: '2' }, 'GPU-b/2'],
    ['minor number', { by: 'minor', minor: '4', gpuInstance: '' }, 'GPU-a/'],
    ['minor number and instance', { by: 'minor', minor: '5', gpuInstance: '3' }, 'GPU-b/3'],
  ])('finds a device by its %s', (_, device, key) => {
    const placed = place([device]);
    expect([...placed.claims.keys()]).toEqual([key]);
    expect(placed.unplaced).toEqual([]);
  });

  it('does not place a claim on a whole GPU that is cut up, nor takes its instances for free', () => {
    expect(mayHold(uuid('GPU-b'))).toEqual(['GPU-b/1', 'GPU-b/2', 'GPU-b/3']);
  });

  it('does not place a claim on a GPU that no source reports, which says nothing of the others', () => {
    expect(mayHold(uuid('GPU-gone'))).toEqual([]);
  });

  it('takes an instance that the source does not know for any part of its board', () => {
    expect(mayHold({ by: 'instance', uuid: 'GPU-a', gpuInstance: '7' })).toEqual(['GPU-a/']);
  });

  it('takes a MIG uuid for any instance of its profile', () => {
    const one = 'nvidia.com/mig-1g.10gb';
    expect(mayHold(mig('MIG-x'), one)).toEqual(['GPU-b/1', 'GPU-b/2']);
    expect(mayHold(mig('MIG-x'))).toEqual(['GPU-b/1', 'GPU-b/2', 'GPU-b/3']);
  });

  it('takes a MIG uuid for any GPU where the source shows no instances', () => {
    const leaves = leavesOf([boardOf('GPU-a')]);
    const placed = placeReport(leaves, [], reportOf([claim(mig('MIG-x'), 'ns/p/main')]));
    expect(leaves.map(placed.mayHold)).toEqual([true]);
  });

  it('takes a MIG uuid for no instance of which the source tells another uuid', () => {
    const leaves = leavesOf([
      boardOf('GPU-a', {
        instances: [{ gpuInstance: '1', migProfile: '1g.10gb', migUuids: ['MIG-y'] }],
      }),
    ]);
    const placed = placeReport(leaves, [], reportOf([claim(mig('MIG-x'), 'ns/p/main')]));
    expect(leaves.map(placed.mayHold)).toEqual([false]);
  });

  it('offers a device under two resource names once', () => {
    const offers = [offer(uuid('GPU-a'), 1), offer(uuid('GPU-a'), 4, 'nvidia.com/gpu.shared')];
    const { replicas } = placeReport(LEAVES, [], reportOf([], offers));
    expect([...replicas]).toEqual([['GPU-a/', 4]]);
  });

  it('offers the compute instances of a GPU instance each for itself', () => {
    const leaves = leavesOf([
      boardOf('GPU-a', {
        instances: [{ gpuInstance: '1', migProfile: '3g.40gb', migUuids: ['MIG-x', 'MIG-y'] }],
      }),
    ]);
    const [one, two] = ['nvidia.com/mig-1c.3g.40gb', 'nvidia.com/mig-2c.3g.40gb'];
    const offers = [
      offer(mig('MIG-x'), 1, one),
      offer(mig('MIG-y'), 4, two),
      offer(mig('MIG-y'), 1, 'nvidia.com/gpu'),
    ];
    expect([...placeReport(leaves, [], reportOf([], offers)).replicas]).toEqual([['GPU-a/1', 5]]);
  });
});
