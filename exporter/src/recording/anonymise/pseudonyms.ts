import type { Replacements } from './replacements.js';
import { createReplacements } from './replacements.js';
import type { Groups } from './tokens.js';
import { TOKENS } from './tokens.js';

/**
 * Replaces names by others: equal ones by equal ones, word by word, so that what is made of a name (a pod's of its
 * Deployment's, an ordinal, a template hash) is made of its replacement in the same way. Uuids, container ids, PCI
 * addresses and IPv4 addresses stay valid ones. Numbers of up to three digits stay.
 */
export interface Pseudonyms {
  /** A name, or a text made of names. */
  readonly name: (text: string) => string;
  /** A path of cgroups or a name in one, in which the words of runtimes, systemd and Slurm stay. */
  readonly path: (text: string) => string;
  /** A number that stands for somebody: a user id, a job. */
  readonly number: (value: number) => number;
}

/** Words of cgroup paths that name nobody. */
const STRUCTURE: ReadonlySet<string> = new Set(
  (
    'kubepods burstable besteffort guaranteed pod slice scope service system user init session machine app ' +
    'cri containerd crio docker libpod podman kubelet kubepods kubelet conmon payload lxc nspawn qemu libvirt ' +
    'slurm slurmstepd host uid job step batch extern interactive task special deleted'
  ).split(' '),
);

/** Tokens that name nobody. */
const AS_THEY_ARE = ['escape', 'pod', 'device'];

function replaced(
  found: string,
  groups: Groups,
  kept: ReadonlySet<string>,
  by: Replacements,
): string {
  if (AS_THEY_ARE.some((kind) => groups[kind] !== undefined)) return found;
  if (groups['uuid'] !== undefined) {
    return `${groups['prefix'] ?? ''}${by.uuid(groups['uuid'], groups['joint'] ?? '')}`;
  }
  if (groups['bare'] !== undefined) return by.uuid(found, '');
  if (groups['pci'] !== undefined) return by.pci(found);
  if (groups['ip'] !== undefined) return by.ip(found);
  if (groups['digits'] !== undefined) return by.digits(found);
  return kept.has(found.toLowerCase()) ? found : by.word(found);
}

/** @param key makes the pseudonyms of two recordings strangers to each other */
export function createPseudonyms(key: Uint8Array): Pseudonyms {
  const by = createReplacements(key);
  const replace = (text: string, kept: ReadonlySet<string>): string =>
    text.replaceAll(TOKENS, (found: string, ...rest: unknown[]) =>
      replaced(found, rest.at(-1) as Groups, kept, by),
    );
  const nothing = new Set<string>();
  return {
    name: (text) => replace(text, nothing),
    path: (text) => replace(text, STRUCTURE),
    number: (value) => Number(by.digits(String(value))),
  };
}
