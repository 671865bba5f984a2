type Mappings = Readonly<Record<string, unknown>>;

const keyword = { type: 'keyword', ignore_above: 1024 };

const strings = { strings: { match_mapping_type: 'string', mapping: keyword } };

/** The real templates say `match_only_text`, a text without norms and positions, which a server for tests lacks. */
const message = { type: 'text', norms: false };

/** As Filebeat's own template has it: keywords, and one text. */
export const filebeatMappings: Mappings = {
  dynamic_templates: [strings],
  properties: {
    '@timestamp': { type: 'date' },
    message,
    log: { properties: { offset: { type: 'long' }, level: keyword } },
  },
};

/** As Elasticsearch's built-in template for `logs-*.otel-*` has it: attributes are keywords with dots in their names. */
export const otelMappings: Mappings = {
  date_detection: false,
  dynamic_templates: [strings],
  properties: {
    '@timestamp': { type: 'date_nanos' },
    observed_timestamp: { type: 'date_nanos' },
    severity_text: { type: 'keyword' },
    severity_number: { type: 'byte' },
    trace_id: { type: 'keyword' },
    span_id: { type: 'keyword' },
    attributes: { type: 'passthrough', dynamic: true, priority: 20 },
    resource: {
      properties: { attributes: { type: 'passthrough', dynamic: true, priority: 30 } },
    },
    body: { properties: { text: message, structured: { type: 'flattened' } } },
  },
};

/** As Elasticsearch's built-in template for `logs-*-*` has it. */
export const otelEcsMappings: Mappings = {
  date_detection: false,
  dynamic_templates: [strings],
  properties: { '@timestamp': { type: 'date' }, message },
};
