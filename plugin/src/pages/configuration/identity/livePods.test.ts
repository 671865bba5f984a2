import fc from 'fast-check';
import { tableFrame } from '../../../panels/testing/frames.js';
import { setGrafana } from '../testing/grafana.js';
import { livePods, podQueries } from './livePods.js';

const PODS = tableFrame('', [
  [{ namespace: 'cv', pod: 'trainer-10', tenant: 'vision', app: 'trainer', user: 'li.lei' }, 1],
  [
    {
      namespace: 'cv',
      pod: 'trainer-9',
      tenant: 'vision',
      owner_kind: 'Job',
      owner_name: 'trainer',
    },
    1,
  ],
]);

describe('pods that run now', () => {
  it('are listed in the order in which people count, with all their names', async () => {
    setGrafana({
      prometheus: (expr) => (expr.startsWith('topk') ? PODS : expr.includes('app=""') ? 1 : 310),
    });
    const found = await livePods('prom', '');
    expect(found).toMatchObject({ total: 310, nameless: 1 });
    expect(found.pods.map(({ pod, app, owner }) => [pod, app, owner])).toEqual([
      ['trainer-9', '', 'Job trainer'],
      ['trainer-10', 'trainer', ''],
    ]);
  });

  it('are searched for by letters, not by patterns', () => {
    const { pods } = podQueries(' a.b"(c\\ ');
    const [, pattern = ''] = /pod=~("(?:[^"\\]|\\.)*")/.exec(pods) ?? [];
    const regex = new RegExp((JSON.parse(pattern) as string).replace('(?i)', ''), 'i');
    expect(regex.test('xA.b"(c\\y')).toBe(true);
    expect(regex.test('aXb"(c\\')).toBe(false);
  });

  it('are found by the letters of their name and no others, whatever is typed', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab.-*+?^$(){}|[]\\"/训 ') });
    fc.assert(
      fc.property(letters, letters, (typed, name) => {
        const [, quoted = ''] = /pod=~("(?:[^"\\]|\\.)*")/.exec(podQueries(typed).nameless) ?? [];
        const pattern = (JSON.parse(quoted) as string).replace('(?i)', '');
        const isFound = new RegExp(`^${pattern}$`, 'i').test(name);
        expect(isFound).toBe(name.toLowerCase().includes(typed.trim().toLowerCase()));
      }),
    );
  });

  it('are none where nothing is found', async () => {
    setGrafana({});
    expect(await livePods('prom', 'x')).toEqual({ pods: [], total: 0, nameless: 0 });
  });

  it('fail in the words of who was asked', async () => {
    setGrafana({ prometheus: () => new Error('query timed out') });
    await expect(livePods('prom', '')).rejects.toThrow('query timed out');
  });
});
