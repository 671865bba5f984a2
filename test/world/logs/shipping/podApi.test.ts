import { speakersOf } from '../speakers/index.js';
import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { DEMO_SITE } from '../../model/site.js';
import { servePods } from './podApi.js';
import type { PodSource } from '../truth.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const [pod] = speakersOf({
  site: DEMO_SITE,
  rules: DEFAULT_IDENTITY,
  fromMs: FROM,
  toMs: FROM + 3_600_000,
  seed: 1,
}).flatMap(({ source }): PodSource[] => (source.kind === 'pod' ? [source] : []));

describe('servePods', () => {
  it('tells a shipper about one pod, one namespace, and what it does not know', async () => {
    if (pod === undefined) throw new Error('the site has no pod');
    const { namespace, pod: name, labels, annotations, node } = pod;
    const api = await servePods((...asked) =>
      asked.join() === `${namespace},${name}` ? pod : undefined,
    );
    const get = async (path: string): Promise<[number, unknown]> => {
      const response = await fetch(`${api.url}/api/v1/namespaces/${path}`);
      return [response.status, await response.json()];
    };
    try {
      expect(await get(`${namespace}/pods/${name}`)).toEqual([
        200,
        expect.objectContaining({
          metadata: expect.objectContaining({ name, namespace, labels, annotations }) as unknown,
          spec: { nodeName: node },
        }),
      ]);
      expect(await get(namespace)).toEqual([200, expect.objectContaining({ kind: 'Namespace' })]);
      expect((await get(`${namespace}/pods/nobody`))[0]).toBe(404);
    } finally {
      await api.stop();
    }
  });
});
