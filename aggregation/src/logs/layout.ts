import type { RecordShape } from '../identity/index.js';

export const SHAPE_NAMES = [
  'fluent-bit',
  'kubesphere',
  'fluentd',
  'ecs',
  'otel',
  'journald',
  'syslog',
  'events',
] as const;

/** How a shipper writes a record down. `ecs` is Filebeat's and the OpenTelemetry exporter's ecs mode. */
export type ShapeName = (typeof SHAPE_NAMES)[number];

/** Where a record holds one thing, and how the store can be asked about it. */
export interface Field {
  /** Path in the record as it was sent; dots part the steps. */
  readonly path: string;
  /** Field that holds the whole text as one term: for exact questions, counts and sorting. */
  readonly exact?: string;
  /** Analysed field, for words. */
  readonly text?: string;
  /** The store's type of the field that `exact`, else `text`, names. */
  readonly type: string;
}

/** What lines are told apart by; the names that users see. */
export const ROLES = [
  'cluster',
  'namespace',
  'pod',
  'podUid',
  'container',
  'containerId',
  'node',
  'host',
  'unit',
  'stream',
  'level',
  'traceId',
  'spanId',
  'app',
  'user',
  'offset',
  'time',
  'message',
] as const;

/**
 * `node` is the Kubernetes node, `host` the machine of a record without a pod; `app` and `user` are what the
 * shipped filter wrote at index time (`gpuscope.*`); `offset` orders lines of one file.
 */
export type Role = (typeof ROLES)[number];

export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** A record shape on certain indices: which field holds what, as their mappings have it. */
export interface Layout {
  readonly shape: ShapeName;
  /** The indices that it holds for; absent: all that the pattern names. */
  readonly indices?: readonly string[];
  readonly roles: Readonly<Partial<Record<Role, Field>>> & {
    readonly time: Field;
    readonly message: Field;
  };
  /** The field of a pod's label in the spelling that these indices use; undefined where none holds it exactly. */
  readonly podLabel: (key: string) => Field | undefined;
  readonly podAnnotation: (key: string) => Field | undefined;
  /** Exact fields only: what `invert` builds predicates on. */
  readonly identity: RecordShape;
  /** Where else a role may stand in a record whose first field for it is empty. */
  readonly fallbacks?: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** What stands before the line, with a colon: an event's reason. */
  readonly heading?: Field;
  /** Keys at the root that a shipper merged in from JSON lines; the line itself may be gone then. */
  readonly merged?: readonly string[];
  /** Maps of labels and annotations whose keys the mapping doesn't list. */
  readonly flattened?: readonly Field[];
  /** Any other field of the records, by the store's own name; undefined where it is unknown or not exact. */
  readonly field: (name: string) => Field | undefined;
}
