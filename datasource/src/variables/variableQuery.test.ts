import { selectionOf, upgradeVariableQuery } from './variableQuery.js';

describe('a saved variable', () => {
  it('names what it offers, as text or as a query', () => {
    expect(upgradeVariableQuery('pod')).toEqual({ refId: 'variable', name: 'pod' });
    const saved = { refId: 'x', name: 'pod', apps: ['web'], namespaces: [] };
    expect(upgradeVariableQuery(saved)).toEqual({ refId: 'variable', name: 'pod', apps: ['web'] });
  });

  it('names nothing where it is broken, instead of failing', () => {
    for (const broken of [undefined, null, 7, {}, { name: 7, apps: 'web' }]) {
      expect(upgradeVariableQuery(broken)).toEqual({ refId: 'variable', name: '' });
    }
    expect(upgradeVariableQuery({ name: 'pod', apps: [1, 'web'] })).toMatchObject({
      apps: ['web'],
    });
  });

  it('narrows by nothing that it does not name', () => {
    expect(selectionOf({ refId: 'v', name: 'pod' })).toEqual({});
    expect(selectionOf({ refId: 'v', name: 'pod', namespaces: ['cv'] })).toEqual({
      namespaces: ['cv'],
    });
  });
});
