/** What a health check found. */
export const HEALTH = {
  'health.well': 'Logs can be asked for.',
  'health.toMend':
    'Logs can be asked for, but {{warnings}} things are to be mended: see the details.',
  'health.notNow':
    "Logs can't be asked for at present ({{code}}); an administrator of this organisation sees why.",
  'health.theStore': 'The store',
  'health.theIndices': 'The indices',
  'health.theMetrics': 'The metrics',
  'health.thePolicy': 'The policy',
  'health.theSettings': 'The settings',
  'health.failed': '{{what}}: {{code}}: {{reason}}',
  'health.everything':
    'The policy is everything: whoever may open this data source sees all its lines.',
  'health.policyFile': 'The policy is the file {{file}}.',
  'health.you': 'You are {{who}} and see {{what}}.',
  'health.seesEverything': 'everything',
  'health.seesGrants': 'what {{grants}} grants of {{tenants}} name',
  'health.noPrometheus':
    'No Prometheus is named: whose pods are whose is told from the records alone.',
  'health.pods': 'The metrics know {{pods}} pods of the last hour.',
  'health.noPods': 'Prometheus answers, but has no workload_pod_info of the last hour.',
  'health.metricsFail': "Prometheus can't be asked whose pods are whose: {{code}}: {{reason}}.",
  'health.index': '{{index}} names 1 index ({{indices}}).',
  'health.indices': '{{index}} names {{count}} indices ({{indices}}).',
  'health.recordsOne': 'Records are written as {{shape}} (1 index: {{indices}}).',
  'health.records': 'Records are written as {{shape}} ({{count}} indices: {{indices}}).',
  'health.labels': 'Pod labels stand there, {{label}} as {{field}}.',
  'health.apps': 'Apps are written in {{field}}.',
  'health.noLevels':
    'The {{shape}} records hold no level: volume by level is estimated from a sample.',
  'health.noOrder':
    'The {{shape}} records hold neither nanoseconds nor a place in their file: lines of one millisecond stand in the order in which the store took them in.',
  'health.answers': '{{product}} {{version}} answers at {{nodes}}.',
  'health.clocksAgree': "The store's clock and this machine's agree.",
  'health.clockAhead': "The store's clock is {{seconds}} s ahead of this machine's.",
  'health.clockBehind': "The store's clock is {{seconds}} s behind this machine's.",
  'health.unencrypted': 'Password or key go to {{nodes}} unencrypted.',
} as const;
