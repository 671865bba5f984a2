import type { LogRecord } from '@gpuscope/aggregation/logs';
import { placed, type Stored } from '../../../aggregation/src/logs/search/testing/stored.js';

const NOTHING = {
  line: '',
  cut: 0,
  stream: '',
  traceId: '',
  spanId: '',
  app: '',
  user: '',
} as const;

/** A stored record as reading it would give it. */
export function recordOf(one: Stored, index: string): LogRecord {
  const text = (field: string) => String(one.fields[field] ?? '');
  return {
    ...NOTHING,
    ...placed(one),
    id: `${index}/${one.id}`,
    shape: 'fluent-bit',
    container: text('container'),
    unit: text('unit'),
    extra: new Map(),
  };
}
