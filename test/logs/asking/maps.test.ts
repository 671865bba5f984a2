import { defaultStoreKinds } from '../../servers/index.js';
import { describeMaps } from './describe/describeMaps.js';
import { mapType } from './stored.js';

describe.each(defaultStoreKinds.filter((kind) => mapType({ kind }) !== undefined))(
  'labels in one map on %s',
  describeMaps,
);
