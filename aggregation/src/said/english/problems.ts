/** What records lack, or why nobody knows how they are written. */
export const PROBLEMS = {
  'problem.noIndex': 'the pattern names no index',
  'problem.misfit':
    '{{indices}}: not {{shape}} records: no field is mapped for {{fields}}; choose another shape, or leave these indices out',
  'problem.unknownShape':
    '{{indices}}: the record shape is not known{{hint}}; choose a shape, or leave these indices out',
  'problem.nearest': '; the nearest is {{shape}}, which also needs {{fields}}',
  'problem.inexactText':
    '{{indices}}: "{{field}}" ({{role}}) is {{type}} without a keyword sub-field, so it can\'t be asked exactly: map it as keyword and start a new index',
  'problem.inexact':
    '{{indices}}: "{{field}}" ({{role}}) is {{type}}, so it can\'t be asked exactly: map it as keyword and start a new index',
  'problem.noPlace':
    '{{indices}}: neither a namespace ({{namespaces}}) nor a host ({{hosts}}) is mapped, so no tenant can see these records',
  'problem.noLine':
    '{{indices}}: no field holds the line ({{fields}}); it is put together from the others, and words find nothing: ship the line as it is (for Fluent Bit, Keep_Log On)',
  'problem.noLabels':
    "{{indices}}: the records hold no pod labels ({{fields}}), or hold them in two ways, so apps are found by the pods that Prometheus knows, or by the pods' names",
  'problem.noCluster':
    '{{indices}}: "{{field}}", which should name the cluster, is not mapped, so these records are of no cluster',
  'problem.allIndices': 'all indices',
  'problem.shapes': 'nobody knows how these records are written: {{problems}}',
  'problem.noShape': 'nobody knows how these records are written: their fields fit no known shape',
} as const;
