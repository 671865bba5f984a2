import { ABOUT } from '../testing/source.js';
import { DEFAULT_STATE } from '../state/state.js';
import { facetsOf, sourceName } from './facetList.js';
import { toggledValue } from './FieldValues.js';
import { withChosenFirst } from './NameFacet.js';

const namesOf = (...given: Parameters<typeof facetsOf>) =>
  facetsOf(...given).map(({ name }) => name);
const openOf = (...given: Parameters<typeof facetsOf>) =>
  facetsOf(...given)
    .filter(({ isOpen }) => isOpen)
    .map(({ name }) => name);

describe('the lists', () => {
  it('have clusters and tenants only for who sees several', () => {
    expect(namesOf(DEFAULT_STATE, ABOUT)).not.toContain('tenant');
    expect(namesOf(DEFAULT_STATE, { ...ABOUT, tenants: ['cv', 'nlp'] })).toContain('tenant');
    expect(namesOf(DEFAULT_STATE, { ...ABOUT, seesEverything: true }).slice(0, 2)).toEqual([
      'cluster',
      'tenant',
    ]);
    expect(namesOf({ ...DEFAULT_STATE, chosen: { cluster: ['c1'] } }, ABOUT)).toContain('cluster');
  });

  it('open from the app to its pods and containers', () => {
    expect(openOf(DEFAULT_STATE, ABOUT)).toEqual(['app']);
    expect(openOf({ ...DEFAULT_STATE, chosen: { app: ['a'] } }, ABOUT)).toEqual([
      'app',
      'pod',
      'container',
    ]);
    expect(openOf({ ...DEFAULT_STATE, chosen: { user: ['u'] } }, ABOUT)).toEqual(['app', 'user']);
  });

  it('ask for nodes by the name that the source knows', () => {
    expect(sourceName('node')).toBe('host');
    expect(sourceName('pod')).toBe('pod');
  });

  it('keep what is chosen in sight, also where it has no lines just now', () => {
    const found = [
      { text: 'a', count: 9 },
      { text: 'b', count: 1 },
    ];
    expect(withChosenFirst(found, ['b', 'gone']).map(({ text }) => text)).toEqual([
      'gone',
      'b',
      'a',
    ]);
  });
});

it('chooses several values of a field, and forgets the field with the last', () => {
  const one = toggledValue(DEFAULT_STATE, 'label.team', 'cv');
  const two = toggledValue(one, 'label.team', 'nlp');
  expect(two.filters).toEqual([{ name: 'label.team', op: '=', values: ['cv', 'nlp'] }]);
  expect(toggledValue(one, 'label.team', 'cv')).toEqual(DEFAULT_STATE);
});
