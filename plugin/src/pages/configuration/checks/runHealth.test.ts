import { setGrafana } from '../testing/grafana.js';
import { readHealth, runHealthCheck } from './runHealth.js';

const URL = 'GET /api/datasources/uid/logs/health';

describe('the health of a source', () => {
  it('is told with its parts and what to do about them', async () => {
    const checks = [
      { state: 'ok', text: 'Elasticsearch 8.15' },
      { state: 'warning', text: 'No level field', remedy: 'Install the template' },
    ];
    setGrafana({
      answers: { [URL]: { data: { status: 'OK', message: 'fine', details: { checks } } } },
    });
    expect(await runHealthCheck('logs')).toEqual([{ state: 'ok', text: 'fine' }, ...checks]);
  });

  it('is read from an answer that Grafana sends as a failure', async () => {
    const data = { status: 'ERROR', message: 'no node answers' };
    setGrafana({ answers: { [URL]: { status: 400, data } } });
    expect(await runHealthCheck('logs')).toEqual([{ state: 'error', text: 'no node answers' }]);
  });

  it('is told in the words of the source, where it has some for the reader', async () => {
    const data = { status: 'ERROR', message: 'no node answers' };
    const readHealth = jest.fn(() => ({
      isWell: false,
      message: '没有节点应答',
      items: [{ state: 'ok', text: '时钟一致' }],
    }));
    setGrafana({ answers: { [URL]: { status: 400, data } }, source: { readHealth } });
    expect(await runHealthCheck('logs')).toEqual([
      { state: 'error', text: '没有节点应答' },
      { state: 'ok', text: '时钟一致' },
    ]);
    expect(readHealth).toHaveBeenCalledWith(data);
  });

  it('is bad where Grafana itself refuses', async () => {
    setGrafana({ answers: { [URL]: { status: 403, data: { message: 'Permission denied' } } } });
    expect(await runHealthCheck('logs')).toEqual([{ state: 'error', text: 'Permission denied' }]);
  });

  it.each([[{}], [null], ['<html>'], [{ message: '' }]])(
    'is bad, and said to be, where a failure has no words: %j',
    async (data) => {
      setGrafana({ answers: { [URL]: { status: 504, data } } });
      expect(await runHealthCheck('logs')).toEqual([{ state: 'error', text: 'It did not answer' }]);
    },
  );

  it('is asked of the very source, whatever its uid', async () => {
    const address = 'GET /api/datasources/uid/a%2Fb%3Fc/health';
    setGrafana({ answers: { [address]: { data: { status: 'OK', message: 'that one' } } } });
    expect(await runHealthCheck('a/b?c')).toEqual([{ state: 'ok', text: 'that one' }]);
  });

  it.each([[undefined], [null], [{}], [{ status: 'OK', details: { checks: [7, {}, null] } }]])(
    'is read without harm from %j',
    (answer) => {
      const [whole, ...parts] = readHealth(answer);
      expect(whole?.text).not.toBe('');
      expect(parts).toEqual([]);
    },
  );
});
