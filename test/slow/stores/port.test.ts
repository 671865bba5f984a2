import { checkPort } from '../../logs/stores/port/checkPort.js';
import { defaultStoreKinds, storeKinds, type StoreKind } from '../../servers/index.js';

const byDefault: readonly StoreKind[] = defaultStoreKinds;

describe.each(storeKinds.filter((kind) => !byDefault.includes(kind)))('%s', (kind) =>
  checkPort(kind),
);
