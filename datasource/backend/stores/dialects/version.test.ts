import {
  endsWithConnection,
  hasExactPointInTime,
  takesElasticClient,
  tellsUnmapped,
} from './abilities.js';
import {
  checkSupported,
  identityOfNodes,
  identityOfRoot,
  leastIdentity,
  notAStore,
} from './version.js';

const root = (
  number: string,
  more: Record<string, string> = {},
  tagline = 'You Know, for Search',
) => ({
  name: 'synthetic-node',
  version: { number, ...more },
  tagline,
});

describe('what a store is', () => {
  it.each([
    [root('8.19.21'), 'elasticsearch', 8, 19],
    [root('6.8.23'), 'elasticsearch', 6, 8],
    [root('9.2.4-SNAPSHOT'), 'elasticsearch', 9, 2],
    [root('2.19.0', { distribution: 'opensearch' }), 'opensearch', 2, 19],
    // OpenSearch 1 with compatibility.override_main_response_version.
    [root('7.10.2', {}, 'The OpenSearch Project: https://opensearch.org/'), 'opensearch', 1, 0],
  ])('is read from %j', (body, product, major, minor) => {
    const identity = identityOfRoot(body);
    expect(identity?.dialect).toEqual({ product, major, minor });
    expect(identity?.version).toBe(body.version.number);
  });

  it.each([[{}], [null], [{ version: '3' }], [{ version: { number: 'x' } }], [[1]]])(
    'is not read from %j',
    (body) => {
      expect(identityOfRoot(body)).toBeUndefined();
    },
  );

  it('is its oldest node while it is being upgraded', () => {
    const of = (...versions: string[]) =>
      identityOfNodes({
        nodes: Object.fromEntries(versions.map((version, n) => [`n${n}`, { version }])),
      });
    expect(of('8.19.1', '7.17.28', '8.2.0')?.dialect).toEqual({
      product: 'elasticsearch',
      major: 7,
      minor: 17,
    });
    expect(of('2.19.0', '2.6.0')?.dialect).toEqual({ product: 'opensearch', major: 2, minor: 6 });
    expect(of()).toBeUndefined();
    expect(identityOfNodes({ nodes: { a: {} } })).toBeUndefined();
  });

  it('is the least that it can be where it does not say', () => {
    expect(leastIdentity('opensearch', false).dialect).toEqual({
      product: 'opensearch',
      major: 1,
      minor: 0,
    });
    expect(leastIdentity('elasticsearch', false).dialect.major).toBe(6);
    expect(leastIdentity('opensearch', true).dialect.product).toBe('elasticsearch');
  });

  it('is refused before Elasticsearch 6, and where it is none at all', () => {
    const old = identityOfRoot(root('5.6.16'));
    expect(() => old && checkSupported(old, 'http://a')).toThrow(/Elasticsearch 5\.6\.16/);
    const fine = identityOfRoot(root('1.3.0', { distribution: 'opensearch' }));
    expect(() => fine && checkSupported(fine, 'http://a')).not.toThrow();
    expect(notAStore({ status: 'success', data: {} }, 'http://a')).toMatchObject({
      code: 'STORE_UNSUPPORTED',
      message: expect.stringContaining('status, data') as string,
    });
  });
});

describe('what a store can do', () => {
  const can = (product: 'elasticsearch' | 'opensearch', major: number, minor: number) => {
    const dialect = { product, major, minor };
    return [tellsUnmapped, endsWithConnection, hasExactPointInTime, takesElasticClient].map(
      (test) => test(dialect),
    );
  };

  it.each([
    ['elasticsearch', 6, 8, [false, false, false, false]],
    ['elasticsearch', 7, 2, [true, false, false, false]],
    ['elasticsearch', 7, 10, [true, true, false, false]],
    ['elasticsearch', 7, 17, [true, true, true, false]],
    ['elasticsearch', 8, 0, [true, true, true, true]],
    ['elasticsearch', 9, 2, [true, true, true, true]],
    ['opensearch', 1, 0, [true, true, false, false]],
    ['opensearch', 2, 19, [true, true, false, false]],
    ['opensearch', 3, 3, [true, true, false, false]],
  ] as const)('follows from %s %i.%i', (product, major, minor, abilities) => {
    expect(can(product, major, minor)).toEqual(abilities);
  });
});
