import { localOf, wholeLeaf } from '../attribution/testing.js';
import type { Holder } from '../attribution/claim.js';
import { holderKey } from '../attribution/holderKey.js';
import type { Workload } from '../attribution/workload.js';
import { mergeAlike } from './mergeAlike.js';
import type { Names } from './names.js';

const leaf = wholeLeaf();

const workload = (holder: Holder, extra: Partial<Workload> = {}): Workload => ({
  key: `GPU-a//${holderKey(holder)}`,
  leaf,
  holder,
  alone: false,
  allocated: 0.25,
  utilization: 0.125,
  memoryBytes: 1024,
  powerFraction: 0.0625,
  utilizationMethod: 'process',
  memoryMethod: 'process',
  powerMethod: 'process',
  ...extra,
});

/** Names everybody's user as the holder's group, if it has one. */
const names: Names = {
  of: (holder) => ({
    tenant: 't',
    app: '',
    user: holder.kind === 'local' ? holder.group : '',
    because: {},
    unread: {},
  }),
  startSeconds: () => undefined,
  unknownPods: 0,
};

describe('mergeAlike', () => {
  it('makes one of processes that nothing in the labels would tell apart', () => {
    const merged = mergeAlike(
      [workload(localOf({ user: 'ana' })), workload(localOf({ user: 'bob' }))],
      names,
    );
    expect(merged).toMatchObject([
      { allocated: 0.5, utilization: 0.25, memoryBytes: 2048, powerFraction: 0.125 },
    ]);
  });

  it('keeps jobs, units and names of their own apart', () => {
    const holders = [
      localOf({ job: '1' }),
      localOf({ job: '2' }),
      localOf({ unit: 'vllm.service' }),
      localOf({ group: 'other' }),
    ];
    const merged = mergeAlike(
      holders.map((holder) => workload(holder)),
      names,
    );
    expect(merged.map(({ holder }) => holder)).toEqual(holders);
    expect(new Set(merged.map(({ key }) => key)).size).toBe(4);
  });

  it('keeps leaves apart', () => {
    const other = { ...leaf, uuid: 'GPU-b' };
    const holder = localOf();
    expect(mergeAlike([workload(holder), workload(holder, { leaf: other })], names)).toHaveLength(
      2,
    );
  });

  it('leaves containers as they are', () => {
    const pods = ['main', 'side'].map((container) =>
      workload({ kind: 'pod', namespace: 'ns', pod: 'p', container }),
    );
    expect(mergeAlike(pods, names)).toEqual(pods);
  });

  it('keeps what names a workload when one of the merged ends, so that its history goes on', () => {
    const [ana, bob] = [workload(localOf({ user: 'ana' })), workload(localOf({ user: 'bob' }))];
    const [both] = mergeAlike([ana, bob], names);
    const [left] = mergeAlike([bob], names);
    expect(left?.key).toBe(both?.key);
  });

  it('gives no figure that was not measured', () => {
    const { utilization: _, ...bare } = workload(localOf({ user: 'ana' }));
    const { utilization: __, ...other } = workload(localOf({ user: 'bob' }));
    const [merged] = mergeAlike([bare, other], names);
    expect(merged).not.toHaveProperty('utilization');
    expect(merged?.memoryBytes).toBe(2048);
  });

  it('makes a machine and its processes one where they share all names', () => {
    const merged = mergeAlike(
      [workload({ kind: 'host', host: 'vm' }), workload(localOf({ group: '' }))],
      names,
    );
    expect(merged).toHaveLength(1);
  });
});
