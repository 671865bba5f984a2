// What an administrator puts beside a stock Grafana so that it loads the plugins.

/**
 * @param {string} app the app's id
 * @param {string} logs the log source's id
 */
export const grafanaIni = (app, logs) => `; Add this to Grafana's configuration (grafana.ini).
; The plugins are not signed by Grafana Labs; Grafana loads them when their ids are listed here. In a container the same
; is GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS=${app},${logs}
[plugins]
allow_loading_unsigned_plugins = ${app},${logs}

; Where the log source's settings lie in a file on the server (setUp: file), say which. It must not lie in the plugin's
; folder, whose files Grafana gives to anybody.
;[plugin.${logs}]
;config = /etc/gpuscope/gpuscope.yaml
`;

/** @param {string} id the app's */
export const appYaml = (id) => `# Goes to provisioning/plugins of Grafana.
apiVersion: 1
apps:
  - type: ${id}
    org_id: 1
    # Left out, the pages ask Grafana's default Prometheus and the first source of app logs.
    jsonData: {}
    #  metricsUid: prometheus
    #  logsUid: gpuscope-logs
    #  eventsUid: gpuscope-events
    #  tracesUid: tempo
`;

/** @param {string} id the plugin's */
export const dataSourceYaml = (
  id,
) => `# Goes to provisioning/datasources of Grafana. Change nodes and index.
apiVersion: 1
datasources:
  - name: App logs
    uid: gpuscope-logs
    type: ${id}
    access: proxy
    # Must stay empty: Grafana hands on requests to a url, past all checks of the plugin.
    url: ''
    jsonData:
      setUp: here
      # elasticsearch (6.8 to 9) or opensearch (2.6 to 3)
      product: elasticsearch
      nodes:
        - https://elasticsearch:9200
      index: logstash-*
      # auth: basic
      # user: gpuscope
      # caCertificate: |
      #   -----BEGIN CERTIFICATE-----
    # secureJsonData:
    #   password: $GPUSCOPE_STORE_PASSWORD
`;
