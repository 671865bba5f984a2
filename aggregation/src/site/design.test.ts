import { parseSite } from './parse.js';
import { siteOf } from './testing.js';

/** The file as the design has it, for a whole site. */
const SITE = `version: 1
cluster: idc1-prod
metrics: { url: "http://prometheus-k8s.kubesphere-monitoring-system:9090" }
exporter:
  listen: ":9410"
  node: \${NODE_NAME}                      # VM: leave out, the host's name is taken
  interval: 15s
  dropAfter: 60s                          # older samples are not served
  emitClusterLabel: false                 # VMs and lone Prometheus: true
  sources:                                # per figure, the first source that has it wins
    - dcgm: { pod: { namespace: gpu-operator, selector: app=nvidia-dcgm-exporter, port: 9400 } }
  holders: [annotations, podResources, dcgmLabels]
  pods: kubernetes
  hosts: { "gpu-vm-*": { tenant: risk, app: ocr-batch, user: li.wei } }
identity:
  tenant:
    - { from: namespace.label, key: kubesphere.io/workspace }
    - { from: namespace.name, match: "^team-([a-z0-9]+)-" }
    - { from: host }
  app:
    - { from: pod.label, key: app.kubernetes.io/name }
    - { from: pod.label, key: app }
    - { from: pod.label, key: training.kubeflow.org/job-name }
    - { from: pod.owner }
    - { from: host }
  user:
    - { from: pod.annotation, key: example.com/submitted-by, match: "^([^@]+)@" }
    - { from: namespace.annotation, key: kubesphere.io/creator }
    - { from: host }
tenancy:
  policy: { http: { url: "https://portal.example.com/api/gpu-scope", tokenFile: /etc/gpuscope/portal-token, cache: 60s } }
  operators: [admin, sre-oncall]
  services: { portal-bot: [risk] }
  signingKeyFile: /etc/gpuscope/signing-key
  audit: { dir: /var/lib/grafana/gpuscope-audit, rotateAt: 100MiB }
logs:
  store: { opensearch: ["https://opensearch-0:9200"] }
  auth: { user: gpuscope, passwordFile: /etc/gpuscope/logs-password, caFile: /etc/gpuscope/ca.pem }
  index: "ks-whizard-logging*"
  cluster: { field: cluster }
  shape: auto
  limits: { range: 31d, lines: 10000, perTenant: 8 }
portal:
  grafana: https://grafana.example.com
  origins: ["https://portal.example.com"]
  signOn: { header: X-Portal-Jwt, jwks: "https://portal.example.com/jwks", issuer: portal, audience: grafana }
  language: zh-Hans
`;
const env = { NODE_NAME: 'gpu-1' };

describe('the file of a whole site', () => {
  it('is a site once its holders all exist', () => {
    const site = siteOf(SITE.replace('annotations, ', ''), { env });
    expect(site.exporter.node).toBe('gpu-1');
    expect(site.identity.app).toHaveLength(5);
    expect(site.logs).toMatchObject({ index: 'ks-whizard-logging*' });
    expect(site.portal).toMatchObject({ language: 'zh-Hans' });
  });

  it('has nothing else against it until then', () => {
    const parsed = parseSite(SITE, { env });
    expect('problems' in parsed && parsed.problems).toMatchObject([
      { path: 'exporter.holders[0]', line: 12, column: 13 },
    ]);
  });
});
