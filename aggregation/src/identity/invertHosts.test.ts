import type { RecordShape } from './invert.js';
import { invertHosts, localField } from './invertHosts.js';
import type { IdentityRules, Rule } from './rules.js';

const SHAPE: RecordShape = {
  namespaceName: 'kubernetes.namespace_name',
  podName: 'kubernetes.pod_name',
  host: 'kubernetes.host',
  podLabel: () => undefined,
  podAnnotation: () => undefined,
  namespaceLabel: () => undefined,
  namespaceAnnotation: () => undefined,
};
const JOURNAL: RecordShape = { ...SHAPE, podName: undefined, processUnit: '_SYSTEMD_UNIT' };
const HOST: Rule = { from: 'host' };
const rulesOf = (...app: readonly Rule[]): IdentityRules => ({ tenant: [HOST], app, user: [] });
const hosts = new Map([['gpu-1', { tenant: 'risk', app: 'ocr', user: '' }]]);
const NO_POD = { op: 'not', of: { op: 'exists', field: 'kubernetes.pod_name' } };
const ON_GPU_1 = { op: 'equals', field: 'kubernetes.host', value: 'gpu-1' };

describe('invertHosts', () => {
  it('asks for the machine by name, outside pods', () => {
    const rules = rulesOf(HOST);
    expect(invertHosts(rules, 'app', 'ocr', hosts, SHAPE)).toEqual({
      op: 'and',
      of: [NO_POD, ON_GPU_1],
    });
    expect(invertHosts(rules, 'app', 'other', hosts, SHAPE)).toEqual({ op: 'never' });
    expect(invertHosts(rules, 'user', 'li.wei', hosts, SHAPE)).toEqual({ op: 'never' });
  });

  it('asks for the unit where the registry says nothing', () => {
    const rules = rulesOf(HOST, { from: 'process.unit' });
    expect(invertHosts(rules, 'app', 'vllm.service', hosts, JOURNAL)).toEqual({
      op: 'and',
      of: [
        { op: 'not', of: ON_GPU_1 },
        { op: 'equals', field: '_SYSTEMD_UNIT', value: 'vllm.service' },
      ],
    });
    expect(invertHosts(rules, 'app', 'ocr', hosts, JOURNAL)).toEqual({
      op: 'or',
      of: [
        ON_GPU_1,
        {
          op: 'and',
          of: [
            { op: 'not', of: ON_GPU_1 },
            { op: 'equals', field: '_SYSTEMD_UNIT', value: 'ocr' },
          ],
        },
      ],
    });
  });

  it('asks for the unit everywhere where the registry is not in the rules', () => {
    const unit: Rule = { from: 'process.unit', match: '^(.+)\\.service$' };
    const found = invertHosts(rulesOf(unit), 'app', 'vllm', hosts, { ...JOURNAL, host: undefined });
    expect(found).toEqual({
      op: 'matches',
      field: '_SYSTEMD_UNIT',
      match: '^(.+)\\.service$',
      value: 'vllm',
    });
  });

  it('says so where records name no host', () => {
    expect(
      invertHosts(rulesOf(HOST), 'app', 'ocr', hosts, { ...SHAPE, host: undefined }),
    ).toMatchObject({ op: 'notAnswerable', rule: 0 });
  });

  it.each<Rule['from']>([
    'process.user',
    'process.group',
    'process.unit',
    'slurm.job',
    'slurm.account',
  ])('says so where records hold no %s and the registry leaves it open', (from) => {
    const found = invertHosts(rulesOf(HOST, { from }), 'app', 'ocr', hosts, SHAPE);
    expect(found).toMatchObject({ op: 'notAnswerable', rule: 1 });
    expect('reason' in found && found.reason.text).toContain(`no ${from}, which rule 2 reads`);
  });
});

describe('localField', () => {
  it('is the field of what a rule reads of processes, and none for what it reads elsewhere', () => {
    expect(localField({ from: 'process.unit' }, JOURNAL)).toBe('_SYSTEMD_UNIT');
    expect(localField({ from: 'process.user' }, JOURNAL)).toBeUndefined();
    expect(localField({ from: 'host' }, JOURNAL)).toBeUndefined();
    expect(localField({ from: 'pod.name' }, { ...SHAPE })).toBeUndefined();
  });
});
