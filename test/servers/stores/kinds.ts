import { createHash } from 'node:crypto';

/** A log store as its makers publish it for integration tests: the server without most of its modules. */
interface StorePin {
  readonly product: 'elasticsearch' | 'opensearch';
  readonly version: string;
  /** Of the zip that the Maven repository holds. */
  readonly sha256: string;
  /** Java's feature releases that the server starts on. */
  readonly java: { readonly least: number; readonly most: number };
}

const java17 = { least: 17, most: 21 };
const java21 = { least: 21, most: 24 };

const pins = {
  'elasticsearch-6.8': {
    product: 'elasticsearch',
    version: '6.8.23',
    sha256: 'd0499f7103d10c16c4cb575a796a509578053f21130979eda5745968f28b9928',
    java: { least: 17, most: 17 },
  },
  'elasticsearch-7.17': {
    product: 'elasticsearch',
    version: '7.17.28',
    sha256: '37004c9bd95165eb41b229204bbb9f311d8099d6db22ec22b2f019664f0a75ab',
    java: java17,
  },
  'elasticsearch-8.19': {
    product: 'elasticsearch',
    version: '8.19.21',
    sha256: '215d5f3dbf0609a149f6218a9e47b6ae2df34ebbff3c5754e35f15a5e5393c8a',
    java: java17,
  },
  'elasticsearch-9.2': {
    product: 'elasticsearch',
    version: '9.2.4',
    sha256: 'af7b81fe31627c7523b2546351cd4e47310faa6a72c8db8dc8f7a191e871cfaf',
    java: java21,
  },
  'opensearch-2.19': {
    product: 'opensearch',
    version: '2.19.0',
    sha256: '84b8d1a06a31b57993cfe2801cbf01bdbc54fe07b45aee5cb2ba87917a01c751',
    java: java17,
  },
  'opensearch-3.3': {
    product: 'opensearch',
    version: '3.3.0',
    sha256: 'c3a6bf825ea05b8d9fe3758dad70ed198cf9c365700895165d310a0a9e7f48a5',
    java: java21,
  },
} as const satisfies Record<string, StorePin>;

export type StoreKind = keyof typeof pins;

export const storeKinds = Object.keys(pins) as readonly StoreKind[];

/** The stores of the default suites; the others are for the slow one. */
export const defaultStoreKinds = [
  'elasticsearch-8.19',
  'elasticsearch-6.8',
  'opensearch-2.19',
] as const satisfies readonly StoreKind[];

export const storePin = (kind: StoreKind): StorePin => pins[kind];

/** The folder of the cache that holds a kind: another pin, or another way to unpack it, is another folder. */
export function storeCacheName(kind: StoreKind): string {
  const recipe = 'unzip';
  const { product, version, sha256 } = storePin(kind);
  const hash = createHash('sha256').update([product, version, sha256, recipe].join('\0'));
  return `store-${kind}-${hash.digest('hex').slice(0, 16)}`;
}

/** @returns for example `{ product: 'opensearch', major: 2, minor: 19 }` */
export function storeDialect(kind: StoreKind): {
  readonly product: 'elasticsearch' | 'opensearch';
  readonly major: number;
  readonly minor: number;
} {
  const { product, version } = storePin(kind);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return { product, major, minor };
}
