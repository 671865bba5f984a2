import type { RecordFields } from '../../../identity/index.js';
import type { Placed } from '../../../scope/index.js';
import type { Scalar } from '../clause.js';

/** A record as an index holds it: whole values by field. */
export interface Stored {
  readonly index: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, Scalar>>;
}

export const INDEX = 'synthetic-logs';

let count = 0;

/** A record of the pods' layout; what isn't said is like any other's. */
export function stored(fields: Readonly<Record<string, Scalar>>, index = INDEX): Stored {
  count += 1;
  return {
    index,
    id: `synthetic-${count}`,
    fields: { '@timestamp': 1_000_000, _seq_no: count, ...fields },
  };
}

const text = ({ fields }: Stored, field: string) => String(fields[field] ?? '');

/** What of a record decides who may see it. */
export function placed(record: Stored): Placed {
  const pod = text(record, 'pod');
  const [node, machine] = [text(record, 'node'), text(record, 'machine')];
  return {
    cluster: text(record, 'cluster'),
    namespace: text(record, 'namespace'),
    pod,
    host: pod === '' ? machine : node,
    timeNs: BigInt(Number(record.fields['@timestamp'])) * 1_000_000n,
  };
}

/** A record's texts, as identity's predicates read them. */
export function textsOf({ fields }: Stored): RecordFields {
  return new Map(Object.entries(fields).map(([field, value]) => [field, String(value)]));
}
