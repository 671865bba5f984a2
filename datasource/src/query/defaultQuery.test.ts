import { CoreApp } from '@grafana/data';
import { defaultQuery } from './defaultQuery.js';

describe('a new query', () => {
  it('reads the newest lines of all that may be seen', () => {
    for (const app of [CoreApp.Explore, CoreApp.PanelEditor, undefined]) {
      expect(defaultQuery(app)).toEqual({ version: 1, show: 'lines', selection: {} });
    }
  });

  it('gives an alert rule numbers with labels', () => {
    for (const app of [CoreApp.UnifiedAlerting, CoreApp.CloudAlerting]) {
      expect(defaultQuery(app)).toMatchObject({ show: 'counts', instant: true, by: ['app'] });
    }
  });
});
