import { setGrafana } from '../testing/grafana.js';
import { reasonOf, saveSettings } from './save.js';

const URL = '/api/plugins/gpuscope-app/settings';

describe('the choice of sources', () => {
  it('is kept beside whatever else is kept of the app', async () => {
    const kept = { enabled: true, pinned: false, jsonData: { other: 1, logsUid: 'old' } };
    const { posted } = setGrafana({ answers: { [`GET ${URL}`]: { data: kept } } });
    await saveSettings({ metricsUid: 'prom', logsUid: 'logs' });
    expect(posted).toEqual([
      { enabled: true, pinned: false, jsonData: { other: 1, metricsUid: 'prom', logsUid: 'logs' } },
    ]);
  });

  it('is forgotten where nothing is chosen any more', async () => {
    const { posted } = setGrafana({
      answers: { [`GET ${URL}`]: { data: { jsonData: { tracesUid: 'tempo' } } } },
    });
    await saveSettings({});
    expect(JSON.parse(JSON.stringify(posted))).toEqual([
      { enabled: true, pinned: true, jsonData: {} },
    ]);
  });

  it('fails as Grafana says', async () => {
    setGrafana({
      answers: {
        [`GET ${URL}`]: { data: {} },
        [`POST ${URL}`]: { status: 403, data: { message: 'Access denied' } },
      },
    });
    const error: unknown = await saveSettings({}).catch((reason: unknown) => reason);
    expect(reasonOf(error)).toBe('Access denied');
  });
});

describe('what went wrong', () => {
  it.each([
    [{ data: { message: 'a' }, message: 'b', statusText: 'c' }, 'a'],
    [{ data: {}, message: 'b', statusText: 'c' }, 'b'],
    [{ data: { message: '' }, statusText: 'Bad Gateway' }, 'Bad Gateway'],
    [{ data: { message: { text: 'a' } }, message: 'b' }, 'b'],
    [{ data: 'not JSON', statusText: 'Bad Gateway' }, 'Bad Gateway'],
    [{ data: null, message: 'b' }, 'b'],
    [new Error('refused'), 'refused'],
    ['refused', 'refused'],
    [undefined, ''],
    [null, ''],
    [502, ''],
    [{}, ''],
  ])('in %j is told as %j', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });
});
