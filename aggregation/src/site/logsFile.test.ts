import { logsFileOf } from './testing.js';

const LOGS = `
logs:
  store: { opensearch: ["https://opensearch-0:9200", "https://opensearch-1:9200"] }
  auth: { user: gpuscope, passwordFile: /etc/gpuscope/logs-password, caFile: /etc/gpuscope/ca.pem }
  index: "ks-whizard-logging*,idc2:ks-*"
  cluster: { field: cluster }
  shape: kubesphere
  limits: { range: 7d, lines: 500, perTenant: 2 }
`;
const TENANCY = `
tenancy:
  policy: { file: /etc/gpuscope/tenants.yaml }
  operators: [password/admin, "jwt/portal:42"]
  services: { sa-1-portal-bot: [risk] }
  grafana: http://127.0.0.1:3000
`;
const file = (rest: string): string => `version: 1\ncluster: idc1\n${rest}`;
const logs = (written: string): string =>
  file(
    `tenancy: { policy: everything }\nlogs: { store: { elasticsearch: ["http://a:9200"] }, index: "x-*", ${written} }\n`,
  );
const tenancy = (written: string): string =>
  file(`tenancy: ${written}\nlogs: { store: { elasticsearch: ["http://a"] }, index: x }\n`);

describe('parseLogsFile', () => {
  it('reads what the log data source needs', () => {
    expect(logsFileOf(file(TENANCY + LOGS))).toMatchObject({
      cluster: 'idc1',
      logs: {
        product: 'opensearch',
        nodes: ['https://opensearch-0:9200', 'https://opensearch-1:9200'],
        auth: { user: 'gpuscope', passwordFile: '/etc/gpuscope/logs-password' },
        index: 'ks-whizard-logging*,idc2:ks-*',
        cluster: { kind: 'field', field: 'cluster' },
        shape: 'kubesphere',
        limits: { rangeMs: 7 * 86_400_000, lines: 500, perTenant: 2 },
      },
      tenancy: {
        policy: { kind: 'file', file: '/etc/gpuscope/tenants.yaml' },
        operators: [
          { authenticatedBy: 'password', username: 'admin' },
          { authenticatedBy: 'jwt', username: 'portal:42' },
        ],
        services: new Map([['sa-1-portal-bot', ['risk']]]),
        grafana: 'http://127.0.0.1:3000',
      },
    });
  });

  it('has defaults for all but the store, the index and the policy', () => {
    const read = logsFileOf(logs(''));
    expect(read.logs).toEqual({
      product: 'elasticsearch',
      nodes: ['http://a:9200'],
      auth: {},
      index: 'x-*',
      shape: 'auto',
      limits: { rangeMs: 31 * 86_400_000, lines: 10_000, perTenant: 8 },
    });
    expect(read.hosts).toEqual(new Map());
    expect(read.identity.app.length).toBeGreaterThan(3);
  });

  it('takes the host registry from a section that is otherwise the GPU nodes’ own', () => {
    const exporter =
      'exporter: { node: "${NODE_NAME}", sources: [x], hosts: { "vm-*": { tenant: risk } } }';
    expect(logsFileOf(`${logs('')}${exporter}\n`).hosts).toEqual(
      new Map([['vm-*', { tenant: 'risk', app: '', user: '' }]]),
    );
  });

  it.each([
    ['true', '^([^:]+):'],
    ['"^logs-([a-z0-9]+)-"', '^logs-([a-z0-9]+)-'],
  ])('reads the cluster from the index, by %s', (written, match) => {
    expect(logsFileOf(logs(`cluster: { index: ${written} }`)).logs.cluster).toEqual({
      kind: 'index',
      match,
    });
  });

  it.each([
    [
      'no store',
      file('tenancy: { policy: everything }\nlogs: { index: x }\n'),
      /logs\.store must name one store; known stores: elasticsearch, opensearch/,
    ],
    ['no address', logs('').replace('["http://a:9200"]', '[]'), /must hold at least one address/],
    [
      'a password in the address',
      logs('').replace('http://a', 'http://u:p@a'),
      /without user or password$/m,
    ],
    [
      'no index',
      logs('').replace('index: "x-*",', ''),
      /logs\.index is missing; it must be an index pattern/,
    ],
    [
      'an index that takes others out',
      logs('').replace('x-*', 'x-*,-y'),
      /logs\.index must be an index pattern/,
    ],
    [
      'a path as index',
      logs('').replace('x-*', 'x/_search'),
      /logs\.index must be an index pattern/,
    ],
    [
      'a user without a password',
      logs('auth: { user: a }'),
      /auth must hold user and passwordFile together/,
    ],
    ['a password', logs('auth: { user: a, password: b }'), /password is not a key .*passwordFile/],
    [
      'two ways to sign in',
      logs('auth: { user: a, passwordFile: /b, apiKeyFile: /c }'),
      /carries one of them/,
    ],
    ['half a certificate', logs('auth: { certFile: /a }'), /certFile and keyFile together/],
    [
      'an unknown shape',
      logs('shape: fluentbit'),
      /shape must be one of auto, fluent-bit, .*did you mean "fluent-bit"/,
    ],
    [
      'too many lines',
      logs('limits: { lines: 20000 }'),
      /lines must be a number of lines from 1 to 10000/,
    ],
    [
      'a pattern without a capture',
      logs('cluster: { index: "^logs-" }'),
      /index must be true, or a regular expression/,
    ],
    [
      'no tenancy',
      file('logs: { store: { elasticsearch: ["http://a"] }, index: x }\n'),
      /tenancy must be a mapping with the keys policy/,
    ],
    [
      'two policies',
      tenancy('{ policy: { everything: {}, file: /x } }'),
      /names everything and file/,
    ],
    [
      'a policy to come',
      tenancy('{ policy: { http: {} } }'),
      /names the policy http, which does not exist yet; known policies: everything, file/,
    ],
    [
      'a bare login',
      tenancy('{ policy: everything, operators: [admin] }'),
      /operators\[0\] must be a person as sign-in\/login, .*renaming \(it is "admin"\)/,
    ],
    [
      'a service without a tenant',
      tenancy('{ policy: everything, services: { bot: [] } }'),
      /must name at least one tenant/,
    ],
    [
      'an audit that nobody writes',
      tenancy('{ policy: everything, audit: { dir: /x } }'),
      /audit must be left out: it is not built yet/,
    ],
  ])('says so of %s', (_, text, told) => {
    expect(() => logsFileOf(text)).toThrow(told);
  });
});
