import type { AbstractLabelMatcher } from '@grafana/data';
import { AbstractLabelOperator } from '@grafana/data';
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
