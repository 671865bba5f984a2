import { act, renderHook } from '@testing-library/react';
import * as fc from 'fast-check';
import { readSecrets, readSettings } from '../../shared/settingsSchema.js';
import type { ConfigProps, SettingsEdits } from './useSettings.js';
import { useSettings } from './useSettings.js';

type Options = ConfigProps['options'];

function stage(part: Partial<Options> = {}) {
  let held = { jsonData: {}, secureJsonFields: {}, url: '', ...part } as Options;
  const onOptionsChange = (changed: Options) => {
    held = changed;
  };
  const { result, rerender } = renderHook(() => useSettings({ options: held, onOptionsChange }));
  const edit = (change: (edits: SettingsEdits) => void) => {
    act(() => change(result.current));
    rerender();
  };
  return { edit, edits: () => result.current, saved: () => held };
}

describe('the settings that are saved', () => {
  it('hold nothing empty', () => {
    const { edit, saved } = stage({ jsonData: { index: 'a', nodes: ['https://a'] } });
    edit(({ change }) => change({ index: '', nodes: [], limits: undefined, user: 'u' }));
    expect(saved().jsonData).toEqual({ user: 'u' });
  });

  it('count two changes of one event', () => {
    const { edit, saved } = stage();
    edit(({ change, setSecret }) => {
      change({ auth: 'basic' });
      setSecret('password', 'x');
      change({ user: 'u' });
    });
    expect(saved()).toMatchObject({
      jsonData: { auth: 'basic', user: 'u' },
      secureJsonData: { password: 'x' },
    });
  });

  it('keep what Grafana itself put there', () => {
    const jsonData = { tlsSkipVerify: false, index: 'a' } as Options['jsonData'];
    const { edit, saved } = stage({ jsonData, secureJsonFields: { apiKey: true } });
    edit(({ change }) => change({ index: 'b' }));
    expect(saved()).toMatchObject({
      jsonData: { tlsSkipVerify: false, index: 'b' },
      secureJsonFields: { apiKey: true },
    });
  });

  it('never hold an address where Grafana would hand requests on', () => {
    const { edit, saved } = stage({ url: 'https://logs-0:9200' });
    edit(({ setSecret }) => setSecret('apiKey', 'k'));
    expect(saved().url).toBe('');
  });

  it('forget a secret on wish, so that it can be written anew', () => {
    const { edit, edits, saved } = stage({ secureJsonFields: { password: true } });
    expect(edits().isSaved('password')).toBe(true);
    edit(({ forgetSecret }) => forgetSecret('password'));
    expect(edits().isSaved('password')).toBe(false);
    expect(edits().secretText('password')).toBe('');
    edit(({ setSecret }) => setSecret('password', 'new'));
    expect(readSecrets(saved().secureJsonData)).toEqual({ value: { password: 'new' } });
  });
});

describe('whatever is chosen on the page', () => {
  const parts = fc.oneof(
    fc.record({ setUp: fc.constantFrom('file' as const, 'here' as const) }),
    fc.record({
      product: fc.constantFrom('elasticsearch' as const, 'opensearch' as const, undefined),
    }),
    fc.record({ nodes: fc.constantFrom([], ['https://a:9200'], ['http://a:1', 'http://b:2']) }),
    fc.record({ index: fc.constantFrom('', 'logstash-*', 'a*,other:b*') }),
    fc.record({ auth: fc.constantFrom('none' as const, 'basic' as const, 'apiKey' as const) }),
    fc.record({ user: fc.string(), caCertificate: fc.string(), cluster: fc.string() }),
    fc.record({ clusterField: fc.constantFrom('', 'k8s.cluster', undefined) }),
    fc.record({ shape: fc.constantFrom('ecs' as const, 'otel' as const, undefined) }),
    fc.record({ limits: fc.constantFrom(undefined, { lines: 500 }, { rangeHours: 48 }) }),
    fc.record({ traceLinks: fc.constantFrom([], [{ field: 't', datasourceUid: 'x', title: '' }]) }),
  );

  it('is read by the backend without a complaint', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (changes) => {
        const { edit, saved } = stage();
        for (const part of changes) edit(({ change }) => change(part));
        expect(readSettings(saved().jsonData)).toHaveProperty('value');
      }),
      { numRuns: 50 },
    );
  });
});
