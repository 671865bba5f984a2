import type { FakeProcess } from '../../../exporter/src/proc/testing.js';
import type { ScriptedProcess } from '../scenario/scenario.js';

/** No kernel gives such numbers: no process of the machine is met by chance. */
const FIRST_PID = 5_000_000;
let nextPid = FIRST_PID;
let nextContainer = 1;

export const newPid = (): number => (nextPid += 1);

/** A pod with one container, as the API server tells of it and as the kernel sees its processes. */
export interface FakePod {
  readonly namespace: string;
  readonly name: string;
  readonly container: string;
  /** The object that kubectl prints. */
  readonly object: object;
  /** Text of /proc/PID/cgroup in its container. */
  readonly cgroup: string;
}

const hex = (length: number): string =>
  (nextContainer += 1).toString(16).padStart(8, '0').padEnd(length, 'c');

/** Cgroups as containerd and systemd name them in version 2. */
export function fakePod(namespace: string, name: string, container = 'main'): FakePod {
  const id = hex(64);
  const uid = `${id.slice(0, 8)}-0000-4000-8000-000000000000`;
  const slice = `kubepods-burstable-pod${uid.replaceAll('-', '_')}.slice`;
  return {
    namespace,
    name,
    container,
    cgroup: `0::/kubepods.slice/kubepods-burstable.slice/${slice}/cri-containerd-${id}.scope\n`,
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace, name, uid, labels: { 'app.kubernetes.io/name': name } },
      spec: { nodeName: 'gpu-1', containers: [{ name: container }] },
      status: {
        phase: 'Running',
        containerStatuses: [{ name: container, containerID: `containerd://${id}` }],
      },
    },
  };
}

/** A process as the driver and as /proc sees it. */
export interface FakeGpuProcess {
  readonly facts: FakeProcess;
  readonly scripted: ScriptedProcess;
}

type Scripted = Omit<ScriptedProcess, 'pid'>;

/** A process of a pod. */
export function ofPod(pod: FakePod, scripted: Scripted): FakeGpuProcess {
  const pid = newPid();
  return { facts: { pid, cgroup: pod.cgroup, uid: 1000 }, scripted: { ...scripted, pid } };
}

/** A process of a user, or in whatever cgroup it is. */
export function ofUser(
  facts: Omit<FakeProcess, 'pid'>,
  scripted: Scripted,
  pid = newPid(),
): FakeGpuProcess {
  return { facts: { ...facts, pid }, scripted: { ...scripted, pid } };
}

export const scriptedOf = (processes: readonly FakeGpuProcess[]): ScriptedProcess[] =>
  processes.map(({ scripted }) => scripted);

export const factsOf = (processes: readonly FakeGpuProcess[]): FakeProcess[] =>
  processes.map(({ facts }) => facts);
