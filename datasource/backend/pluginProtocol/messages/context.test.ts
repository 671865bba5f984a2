import { encoded } from '../testing/grafana.js';
import { readContext } from './context.js';

const settings = (json: string) => ({ dataSource: { name: 'logs', jsonData: Buffer.from(json) } });

describe('readContext', () => {
  it('reads all that a plugin is told', () => {
    const bytes = encoded('Context', {
      orgId: 3,
      pluginId: 'gpuscope-logs-datasource',
      pluginVersion: '0.1.0',
      userAgent: 'Grafana/12.4.0',
      apiVersion: 'v0',
      namespace: 'org-3',
      app: { jsonData: Buffer.from('{}') },
      user: { login: 'wang', name: '王', email: 'wang@example.org', role: 'Editor' },
      dataSource: {
        id: 12,
        uid: 'u',
        name: 'logs',
        url: 'http://x',
        user: 'reader',
        database: 'd',
        basicAuthEnabled: true,
        jsonData: Buffer.from('{"nodes":["http://a"]}'),
        decryptedSecureJsonData: { password: 'p', __proto__x: 'q' },
        lastUpdatedMS: 1_763_683_200_123,
      },
      grafanaConfig: { GF_APP_URL: 'http://g/' },
    });
    expect(readContext(bytes)).toEqual({
      orgId: 3,
      pluginId: 'gpuscope-logs-datasource',
      pluginVersion: '0.1.0',
      userAgent: 'Grafana/12.4.0',
      namespace: 'org-3',
      user: { login: 'wang', name: '王', email: 'wang@example.org', role: 'Editor' },
      dataSource: {
        uid: 'u',
        name: 'logs',
        url: 'http://x',
        user: 'reader',
        database: 'd',
        updatedMs: 1_763_683_200_123,
        jsonData: { nodes: ['http://a'] },
        secrets: { password: 'p', __proto__x: 'q' },
      },
      grafanaConfig: { GF_APP_URL: 'http://g/' },
    });
  });

  it('leaves out who is not there: alerting asks for nobody', () => {
    const context = readContext(new Uint8Array());
    expect(context).toEqual({
      orgId: 0,
      pluginId: '',
      pluginVersion: '',
      userAgent: '',
      namespace: '',
      grafanaConfig: {},
    });
    expect('user' in context).toBe(false);
    expect('dataSource' in context).toBe(false);
  });

  it('takes no settings for empty ones', () => {
    expect(readContext(encoded('Context', settings(''))).dataSource?.jsonData).toEqual({});
  });

  it('takes a key such as __proto__ for a key', () => {
    const bytes = encoded('Context', {
      grafanaConfig: JSON.parse('{"__proto__":"a","constructor":"b"}') as object,
    });
    const { grafanaConfig } = readContext(bytes);
    expect(Object.keys(grafanaConfig).sort()).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('names the data source whose settings are no JSON', () => {
    expect(() => readContext(encoded('Context', settings('{')))).toThrow(
      expect.objectContaining({
        code: 'SETTINGS_INVALID',
        message: expect.stringContaining('"logs"') as string,
      }) as Error,
    );
  });

  it('throws where the bytes are no message', () => {
    expect(() => readContext(Buffer.from([0x0a, 0x7f, 0x01]))).toThrow();
  });
});
