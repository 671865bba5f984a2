import { defaultStoreKinds } from '../../servers/index.js';
import { describeMaps } from './describe/describeMaps.js';
import { mapType } from './stored.js';

jest.setTimeout(60_000);

describe.each(defaultStoreKinds.filter((kind) => mapType({ kind }) !== undefined))(
  'labels in one map on %s',
  describeMaps,
);
