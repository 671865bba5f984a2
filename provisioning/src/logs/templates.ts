/** A JSON object on its way to a file. */
type Json = Readonly<Record<string, unknown>>;

/** Terms of more bytes than this are not indexed, and Lucene refuses those of more than 32,766. */
const KEYWORD: Json = { type: 'keyword', ignore_above: 1024 };

/** The line: words of any length, and no exact copy, which would double the index. */
const LINE: Json = { type: 'text', norms: false };

const keywords = (...names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, KEYWORD]));

const kubernetes = (labels: Json, annotations: Json): Json => ({
  properties: {
    ...keywords(
      'namespace_name',
      'pod_name',
      'pod_id',
      'pod_ip',
      'host',
      'container_name',
      'container_image',
      'container_hash',
      'docker_id',
    ),
    labels,
    annotations,
  },
});

const properties = (time: Json, labels: Json, annotations: Json): Json => ({
  '@timestamp': time,
  log: LINE,
  message: LINE,
  ...keywords('stream', 'cluster', 'trace_id', 'span_id'),
  kubernetes: kubernetes(labels, annotations),
  kubernetes_namespace: { properties: { ...keywords('name'), labels, annotations } },
  gpuscope: { properties: keywords('app', 'user', 'level') },
});

/** Other texts that apps write (Merge_Log): exact, and cut where they are long. */
const TEXTS_ARE_KEYWORDS: Json = { texts: { match_mapping_type: 'string', mapping: KEYWORD } };

const settings: Json = { 'index.mapping.ignore_malformed': true };
const PATTERNS = ['logstash-*', 'ks-logstash-log-*', 'ks-whizard-logging*'];

const nanos: Json = { type: 'date_nanos' };

/** Labels with their dots as they are, in one field: keys never collide. */
const FLATTENED: Json = { type: 'flattened', ignore_above: 1024 };

/** A field for each label; needs `Replace_Dots On`, else `app` and `app.kubernetes.io/name` collide. */
const OBJECT: Json = { type: 'object' };

/** A composable index template of Elasticsearch 7.8 or newer. */
export const elasticsearchTemplate = (): Json => ({
  index_patterns: PATTERNS,
  priority: 300,
  template: {
    settings,
    mappings: {
      dynamic_templates: [TEXTS_ARE_KEYWORDS],
      properties: properties(nanos, FLATTENED, FLATTENED),
    },
  },
});

/**
 * A composable index template of OpenSearch. Its flat_object can't be counted by, and finds no `exists` for a label with dots, so labels are
 * keywords.
 */
export const opensearchTemplate = (): Json => ({
  index_patterns: PATTERNS,
  priority: 300,
  template: {
    settings,
    mappings: {
      dynamic_templates: [TEXTS_ARE_KEYWORDS],
      properties: properties(nanos, OBJECT, OBJECT),
    },
  },
});

/** A legacy template of Elasticsearch 6.8, which has neither flattened fields nor nanoseconds. */
export const elasticsearch6Template = (): Json => ({
  index_patterns: PATTERNS,
  order: 10,
  settings,
  mappings: {
    _doc: {
      dynamic_templates: [TEXTS_ARE_KEYWORDS],
      properties: properties({ type: 'date' }, OBJECT, OBJECT),
    },
  },
});
