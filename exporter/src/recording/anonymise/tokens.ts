const HEX = '[0-9a-f]';
const FOUR = `\\k<joint>${HEX}{4}`;
const UUID = `${HEX}{8}(?<joint>[-_])${HEX}{4}${FOUR}${FOUR}\\k<joint>${HEX}{12}(?![0-9a-z])`;
const BARE = `(?:${HEX}{64}|${HEX}{32})(?![0-9a-z])`;
/** What a text is made of: ids and addresses whole, else words and numbers. Each match has one named group. */
export const TOKENS = new RegExp(
  [
    '(?<escape>\\\\x[0-9a-f]{2})',
    `(?<pod>pod)(?=${HEX}{8}[-_]${HEX}{4}[-_]|${HEX}{32}(?![0-9a-z]))`,
    `(?<prefix>(?:MIG-)?(?:GPU-)?)(?<uuid>${UUID})`,
    `(?<bare>${BARE})`,
    '(?<device>(?:mig-)?gpu-|mig-)(?=[\\p{L}\\p{N}])',
    '(?<pci>[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-9a-f])',
    '(?<ip>\\d{1,3}(?:[.-]\\d{1,3}){3}(?![0-9a-z]))',
    '(?<digits>\\d+)(?![\\p{L}\\p{N}])',
    '(?<word>[\\p{L}\\p{N}\\p{M}]+)',
  ].join('|'),
  'giu',
);

export type Groups = Readonly<Record<string, string | undefined>>;
