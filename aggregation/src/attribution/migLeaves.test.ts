import type { SourceHolder } from '../normalise/telemetry.js';
import type { HolderReport } from './claim.js';
import { leafKey, leavesOf } from './leaf.js';
import { migLeaves } from './migLeaves.js';
import { boardOf, claim, mig, migBoard, offer, reportOf } from './testing.js';

const ONE = 'nvidia.com/mig-1g.10gb';
const THREE = 'nvidia.com/mig-3g.40gb';
const BOARD = migBoard('GPU-a', ['1g.10gb', '1g.10gb', '3g.40gb']);

const labelled = (gpuInstance: string, holder: string): SourceHolder => {
  const [namespace = '', pod = '', container = ''] = holder.split('/');
  return { uuid: 'GPU-a', gpuInstance, namespace, pod, container };
};

function found(
  report: HolderReport,
  labels: readonly SourceHolder[] = [],
  boards = [BOARD],
): Record<string, string> {
  const leaves = migLeaves(leavesOf(boards), labels, report);
  return Object.fromEntries([...leaves].map(([uuid, leaf]) => [uuid, leafKey(leaf)]));
}

const claims = (held: readonly (readonly [string, string, string])[]) =>
  held.map(([uuid, holder, resource]) => claim(mig(uuid), holder, { resource }));

describe('migLeaves', () => {
  it('believes the uuids that the source tells: each compute instance names its GPU instance', () => {
    const board = boardOf('GPU-a', {
      instances: [
        { gpuInstance: '7', migProfile: '3g.40gb', migUuids: ['MIG-x', 'MIG-y'] },
        { gpuInstance: '8', migProfile: '1g.10gb', migUuids: ['MIG-z'] },
      ],
    });
    expect(found(reportOf([]), [], [board])).toEqual({
      'MIG-x': 'GPU-a/7',
      'MIG-y': 'GPU-a/7',
      'MIG-z': 'GPU-a/8',
    });
  });

  it('follows the source’s labels where profiles alone would not tell', () => {
    const report = reportOf(
      claims([
        ['MIG-x', 'ns/p/main', ONE],
        ['MIG-y', 'ns/q/main', ONE],
      ]),
    );
    const labels = [labelled('2', 'ns/p/main'), labelled('1', 'ns/q/main')];
    expect(found(report, labels)).toEqual({ 'MIG-x': 'GPU-a/2', 'MIG-y': 'GPU-a/1' });
  });

  it('keeps the profiles of one holder’s instances apart', () => {
    const report = reportOf(
      claims([
        ['MIG-x', 'ns/p/main', THREE],
        ['MIG-y', 'ns/p/main', ONE],
      ]),
    );
    const labels = [labelled('1', 'ns/p/main'), labelled('3', 'ns/p/main')];
    expect(found(report, labels)).toEqual({ 'MIG-x': 'GPU-a/3', 'MIG-y': 'GPU-a/1' });
  });

  it('leaves open what labels do not yet tell of', () => {
    const report = reportOf(
      claims([
        ['MIG-x', 'ns/p/main', ONE],
        ['MIG-y', 'ns/p/main', ONE],
      ]),
      [offer(mig('MIG-free'), 1, ONE)],
    );
    expect(found(report, [labelled('1', 'ns/p/main')])).toEqual({});
  });

  it('finds by elimination what one holder has all of', () => {
    const report = reportOf(
      claims([
        ['MIG-x', 'ns/p/main', ONE],
        ['MIG-y', 'ns/p/main', ONE],
        ['MIG-z', 'ns/q/main', THREE],
      ]),
    );
    expect(found(report)).toEqual({ 'MIG-x': 'GPU-a/1', 'MIG-y': 'GPU-a/2', 'MIG-z': 'GPU-a/3' });
  });

  it('reads renamed resources of time-sliced instances, whoever shares them', () => {
    const shared = `${THREE}.shared`;
    const report = reportOf(
      claims([
        ['MIG-z', 'ns/p/main', shared],
        ['MIG-z', 'ns/q/main', shared],
      ]),
    );
    expect(found(report)).toEqual({ 'MIG-z': 'GPU-a/3' });
  });

  it('finds instances that come under the name of whole GPUs', () => {
    const board = migBoard('GPU-a', ['1g.10gb', '1g.10gb']);
    const held = claims([
      ['MIG-x', 'ns/p/main', 'nvidia.com/gpu'],
      ['MIG-y', 'ns/p/main', 'nvidia.com/gpu'],
    ]);
    expect(found(reportOf(held), [], [board])).toEqual({ 'MIG-x': 'GPU-a/1', 'MIG-y': 'GPU-a/2' });
  });

  it('finds free instances when all that are left are free', () => {
    const offers = [offer(mig('MIG-x'), 1, ONE), offer(mig('MIG-y'), 1, ONE)];
    expect(found(reportOf([], offers))).toEqual({ 'MIG-x': 'GPU-a/1', 'MIG-y': 'GPU-a/2' });
  });

  it.each([
    [
      'two holders on two instances',
      [
        ['MIG-x', 'ns/p/main', ONE],
        ['MIG-y', 'ns/q/main', ONE],
      ],
      [],
    ],
    ['one of two instances held', [['MIG-x', 'ns/p/main', ONE]], []],
    ['more on offer than the source shows', [['MIG-z', 'ns/p/main', THREE]], ['MIG-gone']],
  ] as const)('does not guess: %s', (_, held, idle) => {
    const resource = held[0][2];
    expect(
      found(
        reportOf(
          claims(held),
          idle.map((one) => offer(mig(one), 1, resource)),
        ),
      ),
    ).toEqual({});
  });
});
