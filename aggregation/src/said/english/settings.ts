/** What is wrong with a data source's settings. */
export const SETTINGS = {
  'settings.parts': '{{problems}}',
  'settings.userMissing': 'user is missing; basic authentication needs one',
  'settings.passwordMissing': 'the password is missing; it is a secret setting',
  'settings.keyMissing': 'the API key is missing; it is a secret setting',
  'settings.twoClusters':
    'cluster and clusterField can not both be set: one name, or the field of names',
  'settings.noNodes': 'nodes is empty; it must hold an address such as https://logs-0:9200',
  'settings.noIndex': 'index is missing; it must be an index pattern such as logstash-*',
  'settings.url':
    "the data source's url must be empty: Grafana would hand on anybody's requests to it, past all checks; write the address into nodes",
  'settings.noFile':
    'this data source is set up by gpuscope.yaml, and Grafana was not told where it is; write config = /etc/gpuscope/gpuscope.yaml into the section [plugin.gpuscope-logs-datasource] of its configuration',
  'settings.theFile': 'the file',
  'settings.pluginFolder': "the plugin's folder",
  'settings.unreadable': "{{what}} {{path}} can't be read: {{why}}",
  'settings.notAbsolute': '{{what}} {{path}} must be an absolute path',
  'settings.openFolder':
    "{{what}} {{path}} lies in the plugin's folder, whose files Grafana gives to anybody; move it, for example to /etc/gpuscope",
  'settings.noAddress': 'nodes names no address',
  'settings.badAddress': 'nodes: an address is like https://store.example:9200; {{address}} is not',
  'settings.one': 'one',
  'settings.userInAddress':
    'nodes: {{address}} holds a user or password; they have places of their own',
} as const;
