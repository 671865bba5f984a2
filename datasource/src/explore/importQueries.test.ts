import type { AbstractLabelMatcher } from '@grafana/data';
import { AbstractLabelOperator } from '@grafana/data';
import * as fc from 'fast-check';
import { fromAbstractQueries } from './importQueries.js';

const { Equal, EqualRegEx, NotEqual, NotEqualRegEx } = AbstractLabelOperator;
const imported = (...labelMatchers: AbstractLabelMatcher[]) =>
  fromAbstractQueries([{ refId: 'A', labelMatchers }])[0]?.selection;

describe('a query of another data source', () => {
  it('becomes lines of the same app, pod and level', () => {
    expect(
      imported(
        { name: 'app', operator: Equal, value: 'web' },
        { name: 'k8s_pod_name', operator: Equal, value: 'web-1' },
        { name: 'detected_level', operator: Equal, value: 'error' },
      ),
    ).toEqual({ apps: ['web'], pods: ['web-1'], levels: ['error'] });
  });

  it('keeps a pattern that only lists texts', () => {
    expect(imported({ name: 'namespace', operator: EqualRegEx, value: 'a|b-1|c\\.d' })).toEqual({
      namespaces: ['a', 'b-1', 'c.d'],
    });
    expect(imported({ name: 'namespace', operator: EqualRegEx, value: '^(?:a|b)$' })).toEqual({
      namespaces: ['a', 'b'],
    });
  });

  it('drops a real pattern rather than ask something else', () => {
    expect(imported({ name: 'pod', operator: EqualRegEx, value: 'web-.*' })).toEqual({});
    expect(imported({ name: 'pod', operator: EqualRegEx, value: '.+' })).toEqual({});
  });

  it('shuts out what was shut out', () => {
    expect(
      imported(
        { name: 'container', operator: NotEqual, value: 'istio' },
        { name: 'job', operator: NotEqualRegEx, value: 'a|b' },
      ),
    ).toEqual({
      filters: [
        { name: 'container', op: '!=', values: ['istio'] },
        { name: 'label.job', op: '!=', values: ['a', 'b'] },
      ],
    });
  });

  it('takes an unknown label for a label of the pod, and an empty value for none', () => {
    expect(imported({ name: 'team', operator: Equal, value: 'cv' })).toEqual({
      filters: [{ name: 'label.team', op: '=', values: ['cv'] }],
    });
    expect(imported({ name: 'team', operator: NotEqual, value: '' })).toEqual({});
  });
});

describe('whatever another source asked', () => {
  const operators = fc.constantFrom(Equal, EqualRegEx, NotEqual, NotEqualRegEx);
  const names = fc.constantFrom('app', 'pod', 'detected_level', 'job', 'k8s_cluster_name');
  const matchers = fc.array(fc.record({ name: names, operator: operators, value: fc.string() }), {
    maxLength: 6,
  });

  it('is never taken over as something that it did not say', () => {
    fc.assert(
      fc.property(matchers, (labelMatchers) => {
        const made = imported(...labelMatchers) ?? {};
        const { filters = [], ...lists } = made;
        const wanted = Object.values(lists).flat().map(String);
        const raw = labelMatchers.map(({ value }) => value).join('\n');
        // A pattern's backslashes only say that the next sign stands for itself.
        const said = `${raw}\n${raw.replaceAll('\\', '')}`;
        const all = [...wanted, ...filters.flatMap(({ values }) => values)];
        for (const value of all) expect(said).toContain(value);
        const positive = labelMatchers.filter(
          ({ operator }) => operator === Equal || operator === EqualRegEx,
        );
        if (positive.length === 0) expect(wanted).toEqual([]);
      }),
    );
  });
});
