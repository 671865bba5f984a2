import { checkRule } from './check.js';
import type { IdentityName, Rule } from './rules.js';

describe('checkRule', () => {
  it.each<[IdentityName, Rule]>([
    ['tenant', { from: 'namespace.name' }],
    ['tenant', { from: 'namespace.label', key: 'kubesphere.io/workspace' }],
    ['tenant', { from: 'namespace.annotation', key: 'team', match: '^(.+)$' }],
    ['tenant', { from: 'host' }],
    ['tenant', { from: 'process.user' }],
    ['tenant', { from: 'process.group', match: '^team-(.+)$' }],
    ['tenant', { from: 'process.unit' }],
    ['tenant', { from: 'slurm.account' }],
    ['app', { from: 'slurm.job' }],
    ['app', { from: 'pod.owner' }],
    ['user', { from: 'pod.annotation', key: 'by' }],
  ])('has nothing against a %s from %j', (name, rule) => {
    expect(checkRule(rule, name)).toEqual([]);
  });

  it.each<Rule>([
    { from: 'pod.name' },
    { from: 'pod.label', key: 'tenant' },
    { from: 'pod.annotation', key: 'tenant' },
    { from: 'pod.owner' },
  ])('refuses a tenant from %j, which the owner of a pod chooses', (rule) => {
    const [problem] = checkRule(rule, 'tenant');
    expect(problem).toMatchObject({ at: 'from' });
    expect(problem?.reason).toContain(
      'whoever creates a pod writes it; allowed are namespace.name, namespace.label, namespace.annotation, process.user',
    );
    expect(checkRule(rule, 'app')).toEqual([]);
  });

  it('refuses a tenant from a number that is new for each job', () => {
    const [problem] = checkRule({ from: 'slurm.job' }, 'tenant');
    expect(problem).toMatchObject({ at: 'from' });
    expect(problem?.reason).toContain('each job has a number of its own');
  });

  it('wants a key for labels and annotations, and for nothing else', () => {
    expect(checkRule({ from: 'pod.label' }, 'app')).toEqual([
      { at: 'key', reason: expect.stringContaining('name the label') as string },
    ]);
    expect(checkRule({ from: 'namespace.annotation', key: ' ' }, 'user')).toMatchObject([
      { at: 'key' },
    ]);
    expect(checkRule({ from: 'pod.owner', key: 'app' }, 'app')).toMatchObject([{ at: 'key' }]);
    expect(checkRule({ from: 'process.user', key: 'x' }, 'app')).toMatchObject([{ at: 'key' }]);
  });

  it('names every fault of one rule', () => {
    const faults = checkRule({ from: 'pod.label', match: '(' }, 'tenant');
    expect(faults.map(({ at }) => at)).toEqual(['from', 'key', 'match']);
  });
});
