import type { ProcessFacts } from '@gpuscope/aggregation';
import { isMpsServer } from './mpsServer.js';

const named = (cgroup: string, uid = 0, command = 'nvidia-cuda-mps'): ProcessFacts => ({
  found: true,
  cgroup: `0::${cgroup}\n`,
  uid,
  gid: 0,
  startTicks: 1,
  command,
});

const POD = `/kubepods.slice/kubepods-pod${'0'.repeat(8)}_0000_0000_0000_${'0'.repeat(12)}.slice`;

it.each([
  ['a service of root’s', '/system.slice/nvidia-mps.service'],
  ['root’s own session', '/user.slice/user-0.slice/session-2.scope'],
  ['sudo in a user’s session', '/user.slice/user-1000.slice/session-3.scope'],
  ['no control group at all', '/'],
])('is believed in %s', (_, cgroup) => {
  expect(isMpsServer(named(cgroup))).toBe(true);
  expect(isMpsServer(named(cgroup, 0, 'python3'))).toBe(false);
});

it.each([
  ['a user', '/user.slice/user-1000.slice/session-3.scope', 1000],
  ['a service that is not root’s', '/system.slice/web.service', 33],
  ['root of a pod', `${POD}/cri-containerd-${'a'.repeat(64)}.scope`, 0],
  ['root of a container', `/system.slice/docker-${'a'.repeat(64)}.scope`, 0],
  ['root of a job', '/system.slice/slurmstepd.scope/job_7/step_0', 0],
])('is not believed of %s', (_, cgroup, uid) => {
  expect(isMpsServer(named(cgroup, uid))).toBe(false);
});

it('is not believed of one that could not be read', () => {
  expect(isMpsServer({ found: false, reason: 'hidden' })).toBe(false);
});
