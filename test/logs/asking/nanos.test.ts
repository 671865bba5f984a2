import { defaultStoreKinds } from '../../servers/index.js';
import { describeNanos } from './describe/describeNanos.js';

describe.each(defaultStoreKinds.filter((kind) => kind !== 'elasticsearch-6.8'))(
  'times in nanoseconds on %s',
  describeNanos,
);
