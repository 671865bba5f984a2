import { DEFAULT_IDENTITY, describeRule, resolve } from '@gpuscope/aggregation';
import fc from 'fast-check';
import { explain } from './explain.js';
import { readPod } from './readPod.js';
import { readRules, sameAppRules } from './readRules.js';

const subjectOf = (text: string) => {
  const read = readPod(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.subject;
};

const rulesOf = (text: string) => {
  const read = readRules(text);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.rules;
};

describe('why a pod has its names', () => {
  it('is told by the rule, counted from one, and where it looks', () => {
    const found = explain(DEFAULT_IDENTITY, subjectOf('app: trainer'));
    expect(found[1]).toEqual({ name: 'app', value: 'trainer', rule: 4, from: 'pod.label "app"' });
  });

  it('is not known without the namespace, where a rule reads that', () => {
    const [tenant] = explain(DEFAULT_IDENTITY, subjectOf('app: trainer'));
    expect(tenant).toEqual({
      name: 'tenant',
      value: '',
      unread: 'namespace.label "kubesphere.io/workspace"',
    });
  });

  it("follows the site's own rules", () => {
    const rules = rulesOf('identity:\n  app:\n    - { from: pod.label, key: team/app }\n');
    const [, app] = explain(rules, subjectOf('team/app: ocr\napp: trainer'));
    expect(app).toMatchObject({ value: 'ocr', rule: 1, from: 'pod.label "team/app"' });
  });

  it('names what the exporter would name, whatever the labels', () => {
    const keys = DEFAULT_IDENTITY.app.flatMap(({ key }) => (key === undefined ? [] : [key]));
    const labels = fc.dictionary(
      fc.constantFrom(...keys),
      fc.constantFrom('a', 'b-raycluster-abcde', ''),
    );
    fc.assert(
      fc.property(labels, (written) => {
        const text = JSON.stringify({
          kind: 'Pod',
          metadata: { name: 'p', namespace: 'n', labels: written },
        });
        const subject = subjectOf(text);
        const named = resolve(DEFAULT_IDENTITY, subject);
        for (const { name, value, from, rule } of explain(DEFAULT_IDENTITY, subject)) {
          expect(value).toBe(named[name]);
          expect(from === undefined).toBe(value === '');
          if (rule !== undefined) {
            expect(describeRule(DEFAULT_IDENTITY[name][rule - 1]!)).toBe(from);
          }
        }
      }),
    );
  });
});

describe('rules', () => {
  it('are those that come with gpuscope where none are written', () => {
    expect(rulesOf('  \n')).toBe(DEFAULT_IDENTITY);
  });

  it('are read from a whole gpuscope.yaml as from its part', () => {
    const part = 'identity:\n  user:\n    - { from: pod.label, key: u }\n';
    expect(rulesOf(`version: 1\ncluster: a\n${part}`)).toEqual(rulesOf(part));
  });

  it('that are wrong are named with their line', () => {
    const read = readRules('identity:\n  tenant:\n    - { from: pod.label, key: x }\n');
    expect(read).toMatchObject({ problems: [expect.stringMatching(/3:.*identity\.tenant\[0\]/)] });
  });

  it.each(['identity: *x', '*', 'identity: &a [*a]', '{', 'identity: 7', '- 1', 'version: 2'])(
    'that are none are told to be none, and harm nothing: %s',
    (text) => {
      expect(readRules(text)).toMatchObject({
        problems: expect.arrayContaining([expect.stringMatching(/./)]) as unknown,
      });
    },
  );

  it("are known again in a log source's words", () => {
    const said = DEFAULT_IDENTITY.app.map(describeRule);
    expect(sameAppRules(DEFAULT_IDENTITY, said)).toBe(true);
    expect(sameAppRules(DEFAULT_IDENTITY, said.slice(1))).toBe(false);
  });
});
