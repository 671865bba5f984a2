import { hasLevels } from '../search/index.js';
import { layoutsOf } from './layoutsOf.js';
import { levelSearch, withHeldLevels } from './levelSearch.js';
import type { Mapping } from './testing.js';
import { capsOf } from './testing.js';

const PLAIN: Mapping = {
  '@timestamp': 'date',
  log: 'text',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.namespace_name': 'keyword',
};
const TEMPLATE: Mapping = { ...PLAIN, 'gpuscope.level': 'keyword' };

const layouts = (mappings: Readonly<Record<string, Mapping>>) =>
  layoutsOf(capsOf(mappings), {
    shape: 'auto',
    cluster: { kind: 'only', cluster: 'synthetic' },
  }).layouts;

const answer = (count: number) => ({ aggregations: { 'gpuscope.level': { doc_count: count } } });

describe('a level field that the mapping names', () => {
  it('counts only where a record holds it', () => {
    const found = layouts({ a: TEMPLATE });
    expect(hasLevels(found)).toBe(true);
    expect(hasLevels(withHeldLevels(found, answer(0)))).toBe(false);
    expect(hasLevels(withHeldLevels(found, answer(1)))).toBe(true);
  });

  it('is looked for by its existence, whatever its values', () => {
    const body = JSON.stringify(levelSearch(layouts({ a: TEMPLATE })));
    expect(body).toContain('{"exists":{"field":"gpuscope.level"}}');
    expect(body).toContain('"terminate_after"');
  });

  it('is not looked for where no mapping names one', () => {
    const found = layouts({ a: PLAIN });
    expect(levelSearch(found)).toBeUndefined();
    expect(withHeldLevels(found, { aggregations: {} })).toEqual(found);
  });
});
