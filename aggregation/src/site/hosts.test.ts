import { problemsOf, siteOf } from './testing.js';

const withHosts = (hosts: string) => `
version: 1
cluster: c
exporter: { holders: [hosts], hosts: ${hosts} }
`;

describe('exporter.hosts', () => {
  it('gives each name its tenant, and empty texts where app and user are left out', () => {
    const { hosts, pods } = siteOf(
      withHosts('{ "gpu-vm-*": { tenant: risk }, 7: { tenant: a, app: b, user: c } }'),
    ).exporter;
    expect([...hosts]).toEqual([
      ['7', { tenant: 'a', app: 'b', user: 'c' }],
      ['gpu-vm-*', { tenant: 'risk', app: '', user: '' }],
    ]);
    expect(pods).toEqual({ kind: 'none' });
  });

  it.each([
    ['{}', 'exporter.hosts is missing or empty, and holders names hosts'],
    ['{ "a b": { tenant: x } }', 'exporter.hosts["a b"] must be a host name'],
    ['{ "*a*b*c*": { tenant: x } }', 'exporter.hosts["*a*b*c*"] holds 4 *; at most 3'],
    ['{ vm: { app: x } }', 'exporter.hosts.vm.tenant is missing'],
    ['{ vm: risk }', 'exporter.hosts.vm must be a mapping with the keys tenant, app, user'],
    ['[vm]', 'exporter.hosts must be a mapping from host names'],
  ])('%s: %s', (hosts, message) => {
    expect(problemsOf(withHosts(hosts))).toEqual([expect.stringContaining(message)]);
  });
});
