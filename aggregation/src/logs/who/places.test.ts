import { evaluate } from '../../identity/index.js';
import { predicateClause } from '../search/predicateClause.js';
import { sketchLayout } from '../search/testing/plans.js';
import { atPlaces, onceEach } from './places.js';

const layout = sketchLayout();
const place = (namespace: string, pod?: string, cluster?: string) => ({
  namespace,
  ...(pod === undefined ? {} : { pod }),
  ...(cluster === undefined ? {} : { cluster }),
});
const record = (namespace: string, pod: string, cluster = 'idc1') =>
  new Map(Object.entries({ namespace, pod, cluster }));

describe('the records of places', () => {
  it('are those of the pods in their namespaces', () => {
    const predicate = atPlaces(layout, 'app', [place('a', 'x'), place('b', 'y'), place('a', 'z')]);
    const found = (['a', 'b'] as const).flatMap((namespace) =>
      ['x', 'y', 'z']
        .filter((pod) => evaluate(predicate, record(namespace, pod)))
        .map((pod) => namespace + pod),
    );
    expect(found).toEqual(['ax', 'az', 'by']);
  });

  it('are whole namespaces where no pod is named, and for tenants', () => {
    const whole = atPlaces(layout, 'app', [place('a', 'x'), place('a')]);
    expect(evaluate(whole, record('a', 'other'))).toBe(true);
    const tenant = atPlaces(layout, 'tenant', [place('a', 'x')]);
    expect(evaluate(tenant, record('a', 'other'))).toBe(true);
    expect(evaluate(tenant, record('b', 'x'))).toBe(false);
  });

  it("are of the place's cluster, where it is known and the records hold it", () => {
    const predicate = atPlaces(layout, 'app', [place('a', 'x', 'idc1'), place('b', 'x', '')]);
    expect(evaluate(predicate, record('a', 'x', 'idc2'))).toBe(false);
    expect(evaluate(predicate, record('b', 'x', 'idc2'))).toBe(true);
    const without = sketchLayout({ without: ['cluster'] });
    const blind = atPlaces(without, 'app', [place('a', 'x', 'idc1')]);
    expect(evaluate(blind, record('a', 'x', 'idc2'))).toBe(true);
  });

  it('are none of no place, of no namespace, and of layouts without either', () => {
    expect(atPlaces(layout, 'app', [])).toEqual({ op: 'never' });
    expect(atPlaces(layout, 'app', [place('', 'x')])).toEqual({ op: 'never' });
    expect(atPlaces(sketchLayout({ without: ['namespace'] }), 'app', [place('a', 'x')])).toEqual({
      op: 'never',
    });
    expect(atPlaces(sketchLayout({ without: ['pod'] }), 'app', [place('a', 'x')])).toEqual({
      op: 'never',
    });
  });

  it('are asked for with one list a namespace, for ten thousand pods', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => place(`ns-${at % 4}`, `pod-${at}`));
    const text = JSON.stringify(predicateClause(atPlaces(layout, 'app', many)));
    expect(text.match(/"terms"/g)).toHaveLength(4);
  });
});

describe('places under names', () => {
  const names = new Map([
    ['web', [place('a', 'x'), place('a', 'y')]],
    ['', [place('a', 'q')]],
    ['db', [place('a', 'x'), place('b', 'x')]],
    ['late', [place('a', 'y')]],
  ]);

  it('stand each under the first that has it; no name has none', () => {
    expect([...onceEach('app', names)]).toEqual([
      ['web', [place('a', 'x'), place('a', 'y')]],
      ['db', [place('b', 'x')]],
    ]);
  });

  it('of tenants are namespaces', () => {
    expect([...onceEach('tenant', names)]).toEqual([
      ['web', [place('a', 'x')]],
      ['db', [place('b', 'x')]],
    ]);
  });
});
