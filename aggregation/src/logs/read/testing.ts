import { inEnglish } from '../../said/index.js';
import type { ClusterSource } from '../clusterSource.js';
import type { Layout } from '../layout.js';
import { layoutsOf } from '../layouts/index.js';
import { capsOf, dynamicMapping } from '../layouts/testing.js';
import type { Hit, JsonValue, LogRecord } from '../record.js';
import { readRecord } from './readRecord.js';

type Source = Readonly<Record<string, JsonValue>>;

export const HERE: ClusterSource = { kind: 'only', cluster: 'here' };

export const hitOf = (source: Source, index = 'synthetic-logs'): Hit => ({
  index,
  id: '1',
  source,
  sort: [],
});

/** The layout of an index that holds these records under default mapping. */
export function layoutFor(sources: readonly Source[], index = 'synthetic-logs'): Layout {
  const caps = capsOf({ [index]: dynamicMapping(sources) });
  const { layouts, problems } = layoutsOf(caps, { shape: 'auto', cluster: HERE });
  const [layout] = layouts;
  if (layout === undefined) throw new Error(inEnglish(problems));
  return layout;
}

/** A record read from an index that holds it and `others`. */
export function readOne(
  source: Source,
  more: {
    readonly index?: string;
    readonly cluster?: ClusterSource;
    readonly others?: readonly Source[];
    readonly columns?: readonly string[];
    readonly maxLineChars?: number;
  } = {},
): LogRecord {
  const { index, cluster = HERE, others = [], columns = [], maxLineChars = 10_000 } = more;
  const layout = layoutFor([source, ...others], index);
  return readRecord(hitOf(source, index), layout, cluster, { columns, maxLineChars });
}

/** A record with nothing in it but what is given. */
export const recordOf = (some: Partial<LogRecord>): LogRecord => ({
  id: 'synthetic/1',
  shape: 'fluent-bit',
  timeNs: 0n,
  line: '',
  cut: 0,
  cluster: '',
  namespace: '',
  pod: '',
  container: '',
  host: '',
  unit: '',
  stream: '',
  traceId: '',
  spanId: '',
  app: '',
  user: '',
  extra: new Map(),
  ...some,
});
