import { createHmac } from 'node:crypto';

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

const HEX = '[0-9a-f]';
const UUID = `${HEX}{8}([-_])${HEX}{4}\\1${HEX}{4}\\1${HEX}{4}\\1${HEX}{12}(?![0-9a-z])`;
const BARE = `(?:${HEX}{64}|${HEX}{32})(?![0-9a-z])`;
const TOKENS = new RegExp(
  [
    '(?<escape>\\\\x[0-9a-f]{2})',
    `(?<pod>pod)(?=${HEX}{8}[-_]${HEX}{4}[-_]|${HEX}{32}(?![0-9a-z]))`,
    `(?<prefix>(?:MIG-)?(?:GPU-)?)(?<uuid>${UUID.replaceAll('\\1', '\\k<joint>').replace('([-_])', '(?<joint>[-_])')})`,
    `(?<bare>${BARE})`,
    '(?<device>(?:mig-)?gpu-|mig-)(?=[\\p{L}\\p{N}])',
    '(?<pci>[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-9a-f])',
    '(?<ip>\\d{1,3}(?:[.-]\\d{1,3}){3}(?![0-9a-z]))',
    '(?<digits>\\d+)(?![\\p{L}\\p{N}])',
    '(?<word>[\\p{L}\\p{N}\\p{M}]+)',
  ].join('|'),
  'giu',
);

const AS_THEY_ARE = ['escape', 'pod', 'device'];

const LETTERS = 8;
const KEPT_DIGITS = 3;
/** The largest number of nine digits and less fits wherever a user id does. */
const MOST_DIGITS = 9;

type Groups = Readonly<Record<string, string | undefined>>;

/** The key makes the replacements of two recordings strangers to each other. */
export function createPseudonyms(key: Uint8Array): Pseudonyms {
  const known = new Map<string, string>();

  function digest(kind: string, value: string): Buffer {
    return createHmac('sha256', key).update(`${kind}\0${value}`).digest();
  }

  function once(kind: string, value: string, make: (bytes: Buffer) => string): string {
    const id = `${kind}\0${value}`;
    const made = known.get(id) ?? make(digest(kind, value));
    known.set(id, made);
    return made;
  }

  const word = (value: string): string =>
    once('word', value.toLowerCase(), (bytes) =>
      [...bytes.subarray(0, LETTERS)].map((byte) => String.fromCharCode(97 + (byte % 26))).join(''),
    );

  function digits(value: string): string {
    if (value.length <= KEPT_DIGITS) return value;
    const length = Math.min(value.length, MOST_DIGITS);
    return once('digits', value, (bytes) => {
      const span = 9 * 10 ** (length - 1);
      return String(10 ** (length - 1) + (bytes.readUInt32BE(0) % span));
    });
  }

  /** Of the same id with dashes, underscores or nothing between comes the same replacement, spelt the same way. */
  function uuid(value: string, joint: string): string {
    const plain = value.toLowerCase().replaceAll(/[-_]/g, '');
    const hex = once('hex', plain, (bytes) => bytes.toString('hex')).slice(0, plain.length);
    const asVersion4 = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
    if (joint === '') return plain.length === 32 ? asVersion4 : hex;
    return asVersion4.replace(
      /^(.{8})(.{4})(.{4})(.{4})/,
      `$1${joint}$2${joint}$3${joint}$4${joint}`,
    );
  }

  function pci(value: string): string {
    const [domain = '', bus = ''] = value.toLowerCase().split(':');
    return once('pci', `${domain.slice(-4)}:${value.slice(value.indexOf(':') + 1)}`, (bytes) =>
      bytes.toString('hex'),
    ).replace(
      /^(.{4})(.{2}).*$/,
      (_, d: string, b: string) =>
        `${d.padStart(domain.length, '0')}:${b.padStart(bus.length)}:00.0`,
    );
  }

  const ip = (value: string): string =>
    once(
      'ip',
      value.replaceAll('-', '.'),
      (bytes) => `10.${bytes[0]}.${bytes[1]}.${bytes[2]}`,
    ).replaceAll('.', value.includes('-') ? '-' : '.');

  function replaced(found: string, groups: Groups, kept: ReadonlySet<string>): string {
    if (AS_THEY_ARE.some((kind) => groups[kind] !== undefined)) return found;
    if (groups['uuid'] !== undefined) {
      return `${groups['prefix'] ?? ''}${uuid(groups['uuid'], groups['joint'] ?? '')}`;
    }
    if (groups['bare'] !== undefined) return uuid(found, '');
    if (groups['pci'] !== undefined) return pci(found);
    if (groups['ip'] !== undefined) return ip(found);
    if (groups['digits'] !== undefined) return digits(found);
    return kept.has(found.toLowerCase()) ? found : word(found);
  }

  const replace = (text: string, kept: ReadonlySet<string>): string =>
    text.replaceAll(TOKENS, (found: string, ...rest: unknown[]) =>
      replaced(found, rest.at(-1) as Groups, kept),
    );

  return {
    name: (text) => replace(text, new Set()),
    path: (text) => replace(text, STRUCTURE),
    number: (value) => Number(digits(String(value))),
  };
}
