/** What an administrator can do about what a health check found. */
export const REMEDIES = {
  'remedy.settings': 'Mend the settings that the message names, and save again.',
  'remedy.unreachable':
    "Look whether the addresses are right, and whether this Grafana's machine may reach them: firewalls, network policies, DNS.",
  'remedy.tls':
    "Give the certificate of the authority that signed the store's, and use the name that stands in it.",
  'remedy.refused':
    'Check user and password or API key; the user needs the rights read and view_index_metadata on the indices, and monitor on the cluster.',
  'remedy.timeout': 'The store is slow or the network loses packets: look at its load.',
  'remedy.overloaded': 'The store has too much to do: wait, or give it more room.',
  'remedy.unsupported':
    'Use Elasticsearch 6.8 to 9 or OpenSearch 2 or 3, and name the right product.',
  'remedy.invalid': 'Something between this Grafana and the store answers in its place: a proxy?',
  'remedy.index':
    'Compare the index pattern with what the store holds (GET _cat/indices), and look whether the shipper writes.',
  'remedy.shape': 'Choose the record shape by hand, or ship the logs in one of the known shapes.',
  'remedy.exact': 'Use the index template that comes with gpuscope for new indices.',
  'remedy.access': 'Name yourself in tenancy.operators of gpuscope.yaml, or in the tenants file.',
  'remedy.policy': 'Mend the tenants file; until then nobody sees any logs.',
  'remedy.policyFile': "Make the tenants file readable for Grafana's user.",
  'remedy.log': "Look into Grafana's log.",
  'remedy.ship':
    'Ship with the Fluent Bit filter and the index template that come with gpuscope (they hold for indices that are made from then on), or leave these indices out of the pattern.',
  'remedy.exporter':
    'Run gpuscope-exporter in the role cluster, and let this Prometheus scrape it.',
  'remedy.metricsUrl': 'Mend metrics.url, or leave it out.',
  'remedy.clocks':
    'Set both by NTP: until then the newest lines can seem to be missing, or to come from the future.',
  'remedy.https': 'Use https:// and the certificate of the authority that signed the store’s.',
} as const;
