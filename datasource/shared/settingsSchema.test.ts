import { readSecrets, readSettings } from './settingsSchema.js';

describe('readSettings', () => {
  it('takes what Grafana saves of an emptied field for no value', () => {
    const saved = { user: '', cluster: null, nodes: [], limits: { lines: '' }, index: ' ' };
    expect(readSettings(saved)).toEqual({ value: { nodes: [], limits: {} } });
    expect(readSettings(undefined)).toEqual({ value: {} });
  });

  it('keeps what is set and passes over what Grafana adds', () => {
    const set = {
      setUp: 'here',
      product: 'opensearch',
      nodes: ['https://os-0:9200', 'https://os-1:9200'],
      index: 'ks-whizard-logging*,idc2:ks-whizard-logging*',
      shape: 'auto',
      limits: { rangeHours: 24, lines: 5000, perTenant: 4 },
      traceLinks: [{ field: 'traceId', datasourceUid: 'tempo' }],
    };
    expect(readSettings({ ...set, tlsAuth: false })).toEqual({ value: set });
  });

  it.each([
    [{ product: 'loki' }, 'product must be one of elasticsearch, opensearch'],
    [{ nodes: ['es:9200'] }, /^nodes\.0 must be an address such as https:/],
    [{ nodes: ['https://me:secret@es:9200'] }, /without a user in it$/],
    [{ index: '_all' }, /^index must be an index pattern/],
    [{ index: 'logs-*,-logs-secret' }, /^index must be an index pattern/],
    [{ index: 'logs/_search?q=' }, /^index must be an index pattern/],
    [{ limits: { lines: 10_001 } }, 'limits.lines must be a whole number from 1 to 10000'],
    [{ shape: 'splunk' }, /^shape must be one of auto, fluent-bit/],
    [{ prometheusUrl: 'file:///etc/passwd' }, /^prometheusUrl must be an address/],
  ])('says what is wrong with %j', (settings, problem) => {
    const read = readSettings(settings);
    expect('problems' in read && read.problems).toEqual([
      problem instanceof RegExp ? expect.stringMatching(problem) : problem,
    ]);
  });
});

describe('readSecrets', () => {
  it('reads what there is', () => {
    expect(readSecrets({ password: 'p', other: 'x' })).toEqual({ value: { password: 'p' } });
    expect(readSecrets(null)).toEqual({ value: {} });
  });
});
