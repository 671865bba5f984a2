/** `<id>`, `<runtime>-<id>` or `<runtime>-<id>.scope`. */
const CONTAINER = /^(?:([a-z][a-z-]*)-)?([0-9a-f]{64})(?:\.scope)?$/;

/** Groups in which runtimes that make no scopes keep their containers: Docker, containerd (by namespace), Podman. */
const PARENTS: ReadonlySet<string> = new Set([
  'docker',
  'moby',
  'default',
  'k8s.io',
  'libpod_parent',
]);

/** A container as a group's name tells it. */
export interface NamedContainer {
  /** Such as `docker`, `cri-containerd`, `crio`, `libpod-payload`; empty where the name is the id alone. */
  readonly runtime: string;
  /** 64 hexadecimal digits. */
  readonly id: string;
}

/** Undefined for a group that is no container's; conmon watches over one and is none. */
export function containerOf(part: string): NamedContainer | undefined {
  const [, runtime = '', id] = CONTAINER.exec(part) ?? [];
  if (id === undefined || runtime.endsWith('conmon')) return undefined;
  return { runtime, id };
}

/** A container outside of Kubernetes, at the beginning of `parts`. */
export interface LooseContainer {
  /** As systemd spells it, or would: `docker-<id>.scope`. LXC's are named by whoever made them. */
  readonly unit: string;
  readonly id: string;
  /** Groups that its path takes. */
  readonly taken: number;
}

function loose({ runtime, id }: NamedContainer, parent: string, taken: number): LooseContainer {
  return { unit: `${runtime === '' ? parent : runtime}-${id}.scope`, id, taken };
}

/** The container of Docker, Podman or containerd that `parts` begin with. A bare id counts below a runtime's own group. */
export function looseContainerAt(parts: readonly string[]): LooseContainer | undefined {
  const [first = '', second = ''] = parts;
  const scope = containerOf(first);
  if (scope !== undefined && scope.runtime !== '') return loose(scope, '', 1);
  const below = containerOf(second);
  if (below !== undefined && PARENTS.has(first)) return loose(below, first, 2);
  return undefined;
}

const LXC = /^lxc\.(?:payload|monitor)\.(.+)$/;
const LXC_PARENTS: ReadonlySet<string> = new Set(['lxc', 'lxc.payload', 'lxc.monitor']);

/** Name of the LXC container (or LXD's, Incus's, Proxmox's) that `parts` begin with, as its group is called: `lxc.payload.c1`. */
export function lxcAt([first = '', second = '']: readonly string[]): string | undefined {
  const name = LXC.exec(first)?.[1] ?? (LXC_PARENTS.has(first) ? second : '');
  return name === '' ? undefined : `lxc.payload.${name}`;
}
