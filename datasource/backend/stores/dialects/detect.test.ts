import type { ExchangeRequest, Reply } from '../exchange.js';
import { asking, fakeAsk, replyOf, type Scripted } from '../testing/fakes.js';
import { detect } from './detect.js';

const byPath = (answers: Readonly<Record<string, Scripted>>) =>
  fakeAsk(({ path }) => answers[path] ?? { status: 404 });
const find = (answers: Readonly<Record<string, Scripted>>) => {
  const { exchange, asked } = byPath(answers);
  return { found: detect(exchange, asking, 'elasticsearch', 1_000), asked };
};
const opensearch = { version: { number: '2.19.0', distribution: 'opensearch' } };

describe('detect', () => {
  it('believes the store, not the settings', async () => {
    const { found, asked } = find({ '/': { body: opensearch } });
    expect((await found).identity.dialect).toEqual({ product: 'opensearch', major: 2, minor: 19 });
    expect(asked).toHaveLength(1);
  });

  it.each([403, 405])('asks the nodes where the root answers %i', async (status) => {
    const nodes = { body: { nodes: { a: { version: '8.19.21' } } } };
    const { found } = find({ '/': { status }, '/_nodes': nodes });
    expect((await found).identity).toMatchObject({ version: '8.19.21', dialect: { major: 8 } });
  });

  it('takes the settings for it, and the least version, where the store says nothing', async () => {
    const { found } = find({ '/': { status: 403 }, '/_nodes': { status: 403 } });
    expect((await found).identity).toEqual({
      version: '',
      dialect: { product: 'elasticsearch', major: 6, minor: 8 },
    });
  });

  it('knows an Elasticsearch from 7.14 on by its header', async () => {
    const ask = ({ path }: ExchangeRequest): Promise<Reply> =>
      Promise.resolve({
        ...replyOf({}, 403),
        headers: path === '/' ? { 'x-elastic-product': 'Elasticsearch' } : {},
      });
    const { exchange } = fakeAsk(() => ({}));
    const { identity } = await detect({ ...exchange, ask }, asking, 'opensearch', 1_000);
    expect(identity.dialect).toEqual({ product: 'elasticsearch', major: 7, minor: 14 });
  });

  it.each([
    [{ status: 401 }, 'STORE_REFUSED'],
    [{ status: 503 }, 'STORE_UNREACHABLE'],
    [{ status: 404 }, 'STORE_INVALID'],
    [{ body: { hello: 'world' } }, 'STORE_UNSUPPORTED'],
    [
      { body: { version: { number: '2.4.6' }, tagline: 'You Know, for Search' } },
      'STORE_UNSUPPORTED',
    ],
  ])('throws for %j %s', async (answer, code) => {
    await expect(find({ '/': answer }).found).rejects.toMatchObject({ code });
  });
});
