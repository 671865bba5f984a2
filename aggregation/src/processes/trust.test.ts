import fc from 'fast-check';
import { placeProcess } from './place.js';
import { container, everyController, factsOf, ID, placeAt, POD, POD_IN_SLICE } from './testing.js';

const OTHER_POD = 'ffffffff-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const OTHER_ID = 'cd34'.repeat(16);

/** Names that somebody might give a group to pass for another: what the code looks for, and anything else. */
const temptingName = fc.oneof(
  fc.constantFrom(
    '..',
    'kubepods',
    'kubepods.slice',
    'kubepods-burstable.slice',
    'burstable',
    `pod${OTHER_POD}`,
    `kubepods-pod${OTHER_POD.replaceAll('-', '_')}.slice`,
    `kubepods-pod${OTHER_POD.replaceAll('-', '_')}.slice:cri-containerd:${OTHER_ID}`,
    OTHER_ID,
    `cri-containerd-${OTHER_ID}.scope`,
    `docker-${OTHER_ID}.scope`,
    'docker',
    'slurm',
    'uid_0',
    'job_1',
    'step_0',
    'slurmstepd.scope',
    'system.slice',
    'user.slice',
    'user-0.slice',
    'user@0.service',
    'vllm.service',
    'containerd.service',
    'init.scope',
    'lxc.payload.c1',
    'x (deleted)',
  ),
  fc.string({ maxLength: 12 }).map((name) => name.replace(/[/\n\0]/g, '_')),
);

/** A tree of groups below one's own. */
const temptingPath = fc
  .array(temptingName, { minLength: 1, maxLength: 6 })
  .map((names) => names.map((name) => `/${name}`).join(''));

/** Whatever its owner builds below a group, the process stays the group's. */
const keepsIts = (group: string): void => {
  fc.assert(
    fc.property(temptingPath, (below) => {
      expect(placeAt(group + below)).toEqual(placeAt(group));
    }),
    { numRuns: 300 },
  );
};

describe('placeProcess: what a user can name', () => {
  it.each([
    '/user.slice/user-1000.slice/session-3.scope',
    '/user.slice/user-1000.slice/user@1000.service',
    '/user.slice/user-1000.slice',
    '/../../user.slice/user-1000.slice/user@1000.service/app.slice',
    '/user/li.wei',
    '/system.slice/notebook.service',
    '/system.slice/run-r3.scope',
    '/system.slice/slurmstepd.scope/job_7/step_0',
    '/slurm/uid_1000/job_7/step_0',
    '/lxc.payload.c1',
    '/lxc/c1',
    '/machine.slice/systemd-nspawn@c1.service',
  ])('never passes for somebody else’s below %s', (group) => {
    keepsIts(group);
  });

  it.each([
    `/kubepods/burstable/pod${POD}/${ID}`,
    `/kubepods.slice/kubepods-pod${POD_IN_SLICE}.slice/cri-containerd-${ID}.scope`,
    `/kubepods-pod${POD_IN_SLICE}.slice:cri-containerd:${ID}`,
    `/../../pod${POD}/${ID}`,
  ])('never passes for another pod below %s', (group) => {
    expect(placeAt(group)).toEqual(container(POD, ID));
    keepsIts(group);
  });

  it('passes for no pod, job or unit with a tree of its own under its session', () => {
    const mine = '/user.slice/user-1000.slice/user@1000.service';
    for (const fake of [
      `/kubepods/pod${POD}/${ID}`,
      `/kubepods.slice/kubepods-pod${POD_IN_SLICE}.slice/cri-containerd-${ID}.scope`,
      '/system.slice/vllm.service',
      '/system.slice/slurmstepd.scope/job_1/step_0',
      `/docker/${ID}`,
    ]) {
      expect(placeAt(mine + fake)).toEqual({ kind: 'user', uid: 1000, gid: 100 });
    }
  });

  it('never becomes a unit through a hierarchy that knows less', () => {
    fc.assert(
      fc.property(temptingPath, (below) => {
        const session = `1:name=systemd:/user.slice/user-1000.slice/user@1000.service${below}\n`;
        const place = placeProcess(factsOf(`9:memory:/system.slice/cron.service\n${session}`));
        expect(place).toEqual({ kind: 'user', uid: 1000, gid: 100 });
      }),
    );
  });

  it('never gets out of a container on the outside', () => {
    fc.assert(
      fc.property(temptingPath, (below) => {
        const place = placeAt(`/docker/${ID}${below}`);
        const outer =
          place.kind === 'container' ? place.outer : place.kind === 'unit' && place.unit;
        expect(outer).toBe(`docker-${ID}.scope`);
      }),
    );
  });
});

describe('placeProcess: laws', () => {
  const uidDigits = fc.array(fc.constantFrom(...'0123456789abcdef'), {
    minLength: 32,
    maxLength: 32,
  });
  const podUid = uidDigits.map((digits) => {
    const text = digits.join('');
    return [0, 8, 12, 16, 20].map((at, i, all) => text.slice(at, all[i + 1])).join('-');
  });
  const containerId = fc.tuple(uidDigits, uidDigits).map((two) => two.flat().join(''));

  it('gives back the uid and id that a runtime wrote, in every form', () => {
    fc.assert(
      fc.property(
        podUid,
        containerId,
        fc.constantFrom('', 'burstable', 'besteffort'),
        fc.constantFrom('cri-containerd', 'crio', 'docker'),
        fc.integer({ min: 0, max: 8 }),
        (pod, id, quality, runtime, above) => {
          const dashed = quality === '' ? '' : `-${quality}`;
          const sliced = `kubepods${dashed}-pod${pod.replaceAll('-', '_')}.slice`;
          const plain = `/kubepods${quality === '' ? '' : `/${quality}`}/pod${pod}/${id}`;
          const slices = `/kubepods.slice${quality === '' ? '' : `/kubepods${dashed}.slice`}/${sliced}`;
          for (const path of [
            plain,
            `${slices}/${runtime}-${id}.scope`,
            `/${sliced}:${runtime}:${id}`,
          ]) {
            const seen = '/..'.repeat(above) + path;
            expect(placeAt(seen)).toEqual(container(pod, id));
            expect(placeProcess(factsOf(everyController(seen)))).toEqual(container(pod, id));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of hierarchies of one kind', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          [
            '1:name=systemd:/system.slice/containerd.service',
            `5:memory:/kubepods/pod${POD}/${ID}`,
            '3:cpuset:/',
            '7:pids:/user.slice',
            '0::/',
          ],
          { minLength: 5 },
        ),
        (lines) => {
          expect(placeProcess(factsOf(lines.join('\n')))).toEqual(container(POD, ID));
        },
      ),
    );
  });
});
