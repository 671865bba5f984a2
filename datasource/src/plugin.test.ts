import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json';
import pluginJson from './plugin.json';
import { plugin } from './module.js';

describe('plugin.json', () => {
  it('tells Grafana all that the source can do', () => {
    expect(pluginJson).toMatchObject({
      type: 'datasource',
      backend: true,
      alerting: true,
      annotations: true,
      logs: true,
      metrics: true,
      category: 'logging',
      multiValueFilterOperators: true,
      dependencies: { grafanaDependency: '>=12.4.0' },
    });
  });

  it('has the version of the package', () => {
    expect(pluginJson.info.version).toBe(packageJson.version);
  });

  it('names pictures that are there, with no script in them', () => {
    for (const path of Object.values(pluginJson.info.logos)) {
      const file = join(__dirname, path);
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8')).not.toMatch(/<script|href=/);
    }
  });

  it('opens no way past the backend: no routes that Grafana would proxy', () => {
    expect(pluginJson).not.toHaveProperty('routes');
  });
});

describe('the module', () => {
  it('brings editors for queries and settings', () => {
    expect(plugin.components.QueryEditor).toBeDefined();
    expect(plugin.components.ConfigEditor).toBeDefined();
  });
});
