import { parseTenantsFile } from './parse.js';
import { formatSiteProblem } from './problem.js';

const FILE = `version: 1
tenants:
  cv:
    members: [ldap/li.wei, "jwt/portal:42"]
    grants:
      - { cluster: idc1, namespace: team-cv }
      - { cluster: idc1, namespace: team-old, from: 2026-11-21T08:00:00+08:00 }
  risk:
    grants: [{ cluster: idc1, host: gpu-vm-7, from: 2026-01-01 }]
`;
const tenant = (written: string): string => `version: 1\ntenants:\n  cv: ${written}\n`;
const toldOf = (text: string): string => {
  const parsed = parseTenantsFile(text, { file: 'tenants.yaml' });
  return 'problems' in parsed ? parsed.problems.map(formatSiteProblem).join('\n') : '';
};

describe('parseTenantsFile', () => {
  it('reads tenants, their people and what is theirs', () => {
    const parsed = parseTenantsFile(FILE);
    expect('site' in parsed && parsed.site.tenants).toEqual(
      new Map([
        [
          'cv',
          {
            members: [
              { authenticatedBy: 'ldap', username: 'li.wei' },
              { authenticatedBy: 'jwt', username: 'portal:42' },
            ],
            grants: [
              { cluster: 'idc1', namespace: 'team-cv' },
              { cluster: 'idc1', namespace: 'team-old', fromMs: Date.UTC(2026, 10, 21) },
            ],
          },
        ],
        [
          'risk',
          {
            members: [],
            grants: [{ cluster: 'idc1', host: 'gpu-vm-7', fromMs: Date.UTC(2026, 0, 1) }],
          },
        ],
      ]),
    );
  });

  it('takes ${…} for what it is, as no environment may grant rights', () => {
    const parsed = parseTenantsFile(tenant('{ members: ["jwt/${WHO}"] }'));
    expect('site' in parsed && parsed.site.tenants.get('cv')?.members).toEqual([
      { authenticatedBy: 'jwt', username: '${WHO}' },
    ]);
  });

  it.each([
    ['nothing', '', /^tenants\.yaml:1:1: version is missing/],
    ['no tenants', 'version: 1\n', /tenants must be a mapping from tenants to \{members, grants\}/],
    [
      'a tenant without a name',
      'version: 1\ntenants: { "": {} }\n',
      /is not a name that a tenant can have/,
    ],
    [
      'a bare login',
      tenant('{ members: [li.wei] }'),
      /3:\d+: tenants\.cv\.members\[0\] must be a person as sign-in\/login/,
    ],
    [
      'a grant of all',
      tenant('{ grants: [{ cluster: a }] }'),
      /grants\[0\] must hold namespace or host/,
    ],
    [
      'a pattern',
      tenant('{ grants: [{ cluster: a, namespace: "*" }] }'),
      /must be the name of a namespace \(it is "\*"\)/,
    ],
    [
      'both kinds',
      tenant('{ grants: [{ cluster: a, namespace: b, host: c }] }'),
      /must hold namespace or host/,
    ],
    [
      'a moment of nowhere',
      tenant('{ grants: [{ cluster: a, host: b, from: 2026-11-21T08:00:00 }] }'),
      /from must be a moment such as .* with its time zone/,
    ],
    [
      'a wrong key',
      tenant('{ member: [] }'),
      /tenants\.cv\.member is not a key .*did you mean "members"/,
    ],
  ])('says so of %s', (_, text, told) => {
    expect(toldOf(text)).toMatch(told);
  });
});
