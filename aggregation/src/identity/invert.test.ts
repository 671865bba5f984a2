import type { NotAnswerable, RecordShape } from './invert.js';
import { invert } from './invert.js';
import type { Rule } from './rules.js';

const SHAPE: RecordShape = {
  namespaceName: 'kubernetes.namespace_name',
  podName: 'kubernetes.pod_name',
  host: 'kubernetes.host',
  podLabel: (key) => `kubernetes.labels.${key}`,
  podAnnotation: (key) => `kubernetes.annotations.${key}`,
  namespaceLabel: () => undefined,
  namespaceAnnotation: () => undefined,
};
const label = (key: string): Rule => ({ from: 'pod.label', key });
const field = (key: string) => `kubernetes.labels.${key}`;

describe('invert', () => {
  it('asks for rule 2 only where rule 1 gives nothing', () => {
    expect(invert([label('name'), label('app')], 'ocr', SHAPE)).toEqual({
      op: 'or',
      of: [
        { op: 'equals', field: field('name'), value: 'ocr' },
        {
          op: 'and',
          of: [
            { op: 'not', of: { op: 'exists', field: field('name') } },
            { op: 'equals', field: field('app'), value: 'ocr' },
          ],
        },
      ],
    });
  });

  it('leaves a pattern to whoever can list the texts of the field', () => {
    const rule: Rule = { from: 'namespace.name', match: '^team-(.+)$' };
    expect(invert([rule], 'cv', SHAPE)).toEqual({
      op: 'matches',
      field: 'kubernetes.namespace_name',
      match: '^team-(.+)$',
      value: 'cv',
    });
  });

  it('asks for the altered form of a value by deriving it, and for an impossible value not at all', () => {
    expect(invert([label('app')], 'x~0123456789abcdef', SHAPE)).toMatchObject({ op: 'matches' });
    expect(invert([label('app')], ' x', SHAPE)).toEqual({ op: 'never' });
  });

  it('answers which pods have no name', () => {
    expect(invert([label('app')], '', SHAPE)).toEqual({
      op: 'not',
      of: { op: 'exists', field: field('app') },
    });
    expect(invert([], '', SHAPE)).toEqual({ op: 'always' });
    expect(invert([], 'ocr', SHAPE)).toEqual({ op: 'never' });
  });

  it.each<[string, Rule, RegExp]>([
    ['the owner', { from: 'pod.owner' }, /no pod\.owner, which rule 2 reads/],
    ['a namespace label', { from: 'namespace.label', key: 'ws' }, /namespace\.label "ws"/],
  ])('says which rule records can not answer: %s', (_, rule, reason) => {
    const answer = invert([label('app'), rule], 'ocr', SHAPE) as NotAnswerable;
    expect(answer).toMatchObject({ op: 'notAnswerable', rule: 1 });
    expect(answer.reason.text).toMatch(reason);
  });

  it('does not mind a rule that is never reached', () => {
    const rules: Rule[] = [{ from: 'namespace.name' }, { from: 'pod.owner' }];
    expect(invert(rules, 'cv', SHAPE)).toEqual({
      op: 'equals',
      field: 'kubernetes.namespace_name',
      value: 'cv',
    });
    expect(invert(rules, '', SHAPE)).toEqual({ op: 'never' });
  });

  it.each<Rule['from']>(['host', 'process.unit', 'slurm.account'])(
    'passes over %s: a pod on a machine is not that machine, nor its processes',
    (from) => {
      expect(invert([{ from }, label('app')], 'ocr', SHAPE)).toEqual({
        op: 'equals',
        field: field('app'),
        value: 'ocr',
      });
    },
  );

  it('answers for the owner where records carry it', () => {
    const shape = { ...SHAPE, podOwner: 'gpuscope.owner' };
    expect(invert([{ from: 'pod.owner' }], 'ocr', shape)).toEqual({
      op: 'equals',
      field: 'gpuscope.owner',
      value: 'ocr',
    });
  });
});
