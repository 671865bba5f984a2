import fc from 'fast-check';
import { placeProcess } from './place.js';
import {
  container,
  everyController,
  factsOf,
  ID,
  placeAt,
  POD,
  POD_IN_SLICE,
  STATIC_POD,
} from './testing.js';

const USER = { kind: 'user', uid: 1000, gid: 100 };
const unit = (name: string): object => ({ kind: 'unit', unit: name, uid: 1000, gid: 100 });

describe('placeProcess: pods', () => {
  const slice = `kubepods-burstable-pod${POD_IN_SLICE}.slice`;
  it.each([
    ['cgroupfs, guaranteed', `/kubepods/pod${POD}/${ID}`],
    ['cgroupfs, burstable', `/kubepods/burstable/pod${POD}/${ID}`],
    ['cgroupfs, best effort', `/kubepods/besteffort/pod${POD}/${ID}`],
    ['cgroupfs, a class for guaranteed', `/kubepods/guaranteed/pod${POD}/${ID}`],
    ['CRI-O, cgroupfs', `/kubepods/burstable/pod${POD}/crio-${ID}`],
    [
      'containerd, systemd',
      `/kubepods.slice/kubepods-burstable.slice/${slice}/cri-containerd-${ID}.scope`,
    ],
    [
      'guaranteed, systemd',
      `/kubepods.slice/kubepods-pod${POD_IN_SLICE}.slice/cri-containerd-${ID}.scope`,
    ],
    ['CRI-O, systemd', `/kubepods.slice/kubepods-burstable.slice/${slice}/crio-${ID}.scope`],
    ['CRI-O with crun', `/kubepods.slice/${slice}/crio-${ID}.scope/container`],
    ['Docker', `/kubepods.slice/kubepods-burstable.slice/${slice}/docker-${ID}.scope`],
    ['cri-dockerd, cgroupfs', `/kubepods/burstable/pod${POD}/${ID}`],
    ['both drivers mixed', `/${slice}:cri-containerd:${ID}`],
    ['the same below containerd', `/system.slice/containerd.service/${slice}:cri-containerd:${ID}`],
    ['below k3s', `/system.slice/k3s.service/kubepods/burstable/pod${POD}/${ID}`],
    ['under a kubelet’s own root', `/kubelet/kubepods/burstable/pod${POD}/${ID}`],
    [
      'the same, systemd',
      `/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-burstable.slice/kubelet-${slice}/cri-containerd-${ID}.scope`,
    ],
    ['another namespace', `/../../../kubepods.slice/${slice}/cri-containerd-${ID}.scope`],
    ['a sibling of our class', `/../../${slice}/cri-containerd-${ID}.scope`],
    ['another class', `/../../../kubepods-besteffort.slice/${slice}/cri-containerd-${ID}.scope`],
    ['a sibling, cgroupfs', `/../../pod${POD}/${ID}`],
    ['another class, cgroupfs', `/../../../besteffort/pod${POD}/${ID}`],
    ['systemd in the container', `/kubepods/pod${POD}/${ID}/init.scope`],
    ['a service in the container', `/kubepods/pod${POD}/${ID}/system.slice/nginx.service`],
    ['a group that was removed', `/kubepods/pod${POD}/${ID} (deleted)`],
  ])('%s', (_, path) => {
    expect(placeAt(path)).toEqual(container(POD, ID));
    expect(placeProcess(factsOf(everyController(path)))).toEqual(container(POD, ID));
  });

  it('finds static pods, whose uid is a hash', () => {
    expect(placeAt(`/kubepods/burstable/pod${STATIC_POD}/${ID}`)).toEqual(
      container(STATIC_POD, ID),
    );
    expect(
      placeAt(`/kubepods.slice/kubepods-pod${STATIC_POD}.slice/cri-containerd-${ID}.scope`),
    ).toEqual(container(STATIC_POD, ID));
  });

  it.each([
    ['the pod’s own group', `/kubepods/pod${POD}`],
    ['the pod’s own slice', `/kubepods.slice/kubepods-pod${POD_IN_SLICE}.slice`],
    ['conmon', `/kubepods.slice/kubepods-pod${POD_IN_SLICE}.slice/crio-conmon-${ID}.scope`],
    ['conmon, cgroupfs', `/kubepods/pod${POD}/crio-conmon-${ID}`],
    ['a sandbox', `/kubepods/pod${POD}/kata_${ID}`],
  ])('gives %s to the pod and to no container', (_, path) => {
    expect(placeAt(path)).toEqual(container(POD, ''));
  });

  it('finds pods of a cluster inside a container, and says which container that is', () => {
    const kind = `/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-pod${POD_IN_SLICE}.slice`;
    const node = 'ef56'.repeat(16);
    const inside = { ...container(POD, ID), outer: `docker-${node}.scope` };
    for (const path of [
      `/system.slice/docker-${node}.scope${kind}/cri-containerd-${ID}.scope`,
      `/docker/${node}/kubelet/kubepods/besteffort/pod${POD}/${ID}`,
      `/docker/${node}/kubepods/pod${POD}/${ID}`,
    ]) {
      expect(placeAt(path)).toEqual(inside);
    }
  });

  it.each([
    '/kubepods.slice',
    '/kubepods/burstable',
    '/kubepods/podxyz/1',
    '/kubepods/kata_overhead/9',
  ])('does not take %s for a user’s', (path) => {
    expect(placeAt(path)).toEqual({ kind: 'unknown', reason: 'unknown_cgroup' });
  });

  it.each([POD.toUpperCase(), POD.slice(1), POD.replace('-', '_'), `${POD}0`, STATIC_POD.slice(1)])(
    'does not take %s for a uid',
    (uid) => {
      expect(placeAt(`/kubepods/pod${uid}/${ID}`)).toMatchObject({ kind: 'unknown' });
    },
  );
});

describe('placeProcess: Slurm', () => {
  const job = (step: string): object => ({ kind: 'slurm', job: '9876', step, uid: 1000, gid: 100 });

  it.each([
    ['a step', '/system.slice/slurmstepd.scope/job_9876/step_0/user/task_0', '0'],
    ['a batch script', '/system.slice/slurmstepd.scope/job_9876/step_batch/user/task_0', 'batch'],
    ['several slurmd', '/system.slice/gpu-1_slurmstepd.scope/job_9876/step_extern/user', 'extern'],
    ['a job alone', '/system.slice/slurmstepd.scope/job_9876', ''],
    ['another namespace', '/../../system.slice/slurmstepd.scope/job_9876/step_0', '0'],
    ['version 1', '/slurm/uid_1000/job_9876/step_0/task_2', '0'],
    ['version 1, several slurmd', '/slurm_gpu-1/uid_1000/job_9876/step_batch', 'batch'],
  ])('%s', (_, path, step) => {
    expect(placeAt(path)).toEqual(job(step));
  });

  it('believes the job’s owner over the process, which may run under another id', () => {
    const facts = factsOf('4:freezer:/slurm/uid_2000/job_9876/step_0\n', { uid: 165_536, gid: 5 });
    expect(placeProcess(facts)).toEqual({ kind: 'slurm', job: '9876', step: '0', uid: 2000 });
  });

  it('finds the job in whichever hierarchy Slurm was told to use', () => {
    const text = [
      '11:memory:/user.slice',
      '10:cpu,cpuacct:/user.slice',
      '4:freezer:/slurm/uid_1000/job_9876/step_extern',
      '1:name=systemd:/user.slice/user-1000.slice/session-3.scope',
      '0::/user.slice/user-1000.slice/session-3.scope',
    ].join('\n');
    expect(placeProcess(factsOf(text))).toEqual(job('extern'));
  });

  it('takes Slurm’s own programs for no job', () => {
    expect(placeAt('/system.slice/slurmd.service')).toEqual(unit('slurmd.service'));
    expect(placeAt('/system.slice/slurmstepd.scope/system')).toEqual(USER);
  });
});

describe('placeProcess: machines without Kubernetes', () => {
  it.each([
    ['/system.slice/vllm.service', 'vllm.service'],
    ['/system.slice/system-vllm.slice/vllm@7b.service', 'vllm@7b.service'],
    ['/ml.slice/ml-train.slice/train.service/worker', 'train.service'],
    ['/system.slice/run-u12.service', 'run-u12.service'],
    ['/system.slice/system-cups.slice/cups.socket', 'cups.socket'],
    [
      '/machine.slice/systemd-nspawn@c1.service/payload/system.slice/a.service',
      'systemd-nspawn@c1.service',
    ],
    ['/../../system.slice/vllm.service', 'vllm.service'],
    ['/system.slice/containerd.service', 'containerd.service'],
    [`/system.slice/web.service/libpod-payload-${ID}`, 'web.service'],
  ])('%s is a unit’s', (path, name) => {
    expect(placeAt(path)).toEqual(unit(name));
  });

  it.each([
    [`/system.slice/docker-${ID}.scope`, `docker-${ID}.scope`],
    [`/docker/${ID}`, `docker-${ID}.scope`],
    [`/docker/${ID}/system.slice/nginx.service`, `docker-${ID}.scope`],
    [`/ml.slice/docker-${ID}.scope/init.scope`, `docker-${ID}.scope`],
    [`/machine.slice/libpod-${ID}.scope/container`, `libpod-${ID}.scope`],
    [`/libpod_parent/libpod-${ID}`, `libpod-${ID}.scope`],
    [`/default/${ID}`, `default-${ID}.scope`],
    [`/system.slice/nerdctl-${ID}.scope`, `nerdctl-${ID}.scope`],
    ['/lxc.payload.c1/system.slice/vllm.service', 'lxc.payload.c1'],
    ['/lxc/101/ns/user.slice/user-0.slice', 'lxc.payload.101'],
    ['/lxc.payload/c1', 'lxc.payload.c1'],
  ])('%s is a container’s', (path, name) => {
    expect(placeAt(path)).toEqual(unit(name));
  });

  it.each([
    '/user.slice/user-1000.slice/session-3.scope',
    '/user.slice/user-1000.slice/user@1000.service/app.slice/foo.service',
    '/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-1.scope/container',
    `/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-${ID}.scope`,
    '/../../../user.slice/user-1000.slice/session-c1.scope',
    '/user.slice',
    '/user/li.wei/0',
    '/',
    '/..',
    '/some/group',
    '/init.scope',
    '/system.slice/run-r12.scope',
    '/system.slice/vllm.scope/vllm.service',
  ])('%s is a user’s', (path) => {
    expect(placeAt(path)).toEqual(USER);
  });

  it('believes a session over the process: a container without root has ids of somebody else', () => {
    const text = '0::/user.slice/user-1000.slice/user@1000.service/user.slice/c.scope\n';
    expect(placeProcess(factsOf(text, { uid: 100_999, gid: 100_999 }))).toEqual({
      kind: 'user',
      uid: 1000,
    });
  });

  it('takes the session that names its user over one that does not', () => {
    const text =
      '9:memory:/user.slice\n1:name=systemd:/user.slice/user-1000.slice/session-3.scope\n';
    expect(placeProcess(factsOf(text, { uid: 0, gid: 0 }))).toEqual({ kind: 'user', uid: 1000 });
  });

  it('goes by the user where the kernel has no control groups', () => {
    expect(placeProcess(factsOf(''))).toEqual(USER);
  });

  it('does not guess at a text that is none of the kernel’s', () => {
    expect(placeProcess(factsOf('hello'))).toEqual({ kind: 'unknown', reason: 'unknown_cgroup' });
  });
});

describe('placeProcess: mixed hierarchies', () => {
  it('finds the pod though version 2 only knows its runtime', () => {
    const text = `${everyController(`/kubepods/burstable/pod${POD}/${ID}`)}0::/system.slice/containerd.service\n`;
    expect(placeProcess(factsOf(text))).toEqual(container(POD, ID));
  });

  it('finds the pod though systemd’s own hierarchy is another', () => {
    const text = `12:name=systemd:/system.slice/docker.service\n5:memory:/kubepods/pod${POD}/${ID}\n4:cpuset:/\n`;
    expect(placeProcess(factsOf(text))).toEqual(container(POD, ID));
  });
});

describe('placeProcess: processes without facts', () => {
  it.each(['ended', 'hidden', 'unreadable'] as const)('says %s', (reason) => {
    expect(placeProcess({ found: false, reason })).toEqual({ kind: 'unknown', reason });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(placeProcess(factsOf(text)).kind).toMatch(/^(user|unit|unknown|slurm|container)$/);
      }),
    );
  });

  it('takes paths of any length', () => {
    expect(placeAt('/a.slice'.repeat(100_000))).toEqual(USER);
    expect(placeAt(`/docker/${ID}`.repeat(10_000))).toEqual(unit(`docker-${ID}.scope`));
  });
});
