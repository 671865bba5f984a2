import { AppLogsDatasource } from './datasource.js';
import { Combobox } from '@grafana/ui';
it('loads', () => {
  expect(AppLogsDatasource).toBeDefined();
  expect(Combobox).toBeDefined();
});
