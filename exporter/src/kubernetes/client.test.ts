import { createServer } from 'node:net';
import type { FakeApi } from '../testing/apiServer.js';
import { event, fakeApi, lists, pod, refuses, streams } from '../testing/apiServer.js';
import type { Loopback } from '../testing/loopback.js';
import { httpsLoopback, rawLoopback } from '../testing/loopback.js';
import { createAuthority } from '../../../test/servers/certificates.js';
import { createClient } from './client.js';
import type { ListQuery } from './list.js';
import type { TokenSource } from './token.js';
import type { WatchEvent } from './watch.js';

const signal = (): AbortSignal => new AbortController().signal;
const nameOf = (object: unknown): string =>
  (object as { metadata: { name: string } }).metadata.name;

describe('the client', () => {
  let server: Loopback | undefined;
  afterEach(() => server?.close());

  async function api(handlers: Parameters<typeof fakeApi>[0]): Promise<FakeApi> {
    const made = await fakeApi(handlers);
    server = made;
    return made;
  }
  const list = (url: string, query: Partial<ListQuery> = {}, waitMs = 30_000) =>
    createClient({ server: url }, { answerMs: waitMs, listIdleMs: waitMs, pageBytes: 10_000 }).list(
      { path: '/api/v1/pods', signal: signal(), ...query },
      nameOf,
    );

  describe('lists', () => {
    it('page by page, the selectors with each page', async () => {
      const { url, calls } = await api({
        list: [
          lists([pod('a'), pod('b')], '7', { continue: 'synthetic/+next' }),
          lists([pod('c')], '7'),
        ],
      });
      const found = await list(url, { pageSize: 2, fieldSelector: 'spec.nodeName=n-1' });
      expect(found).toEqual({ items: ['a', 'b', 'c'], resourceVersion: '7' });
      expect(calls.map((call) => Object.fromEntries(call.url.searchParams))).toEqual([
        { limit: '2', fieldSelector: 'spec.nodeName=n-1' },
        { limit: '2', fieldSelector: 'spec.nodeName=n-1', continue: 'synthetic/+next' },
      ]);
    });

    it('asks for metadata only, and takes whole objects where the server has no such thing', async () => {
      const { url, calls } = await api({ list: [lists([pod('a')], '1')] });
      await list(url, { metadataOnly: true });
      expect(calls[0]?.request.headers.accept).toBe(
        'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json;q=0.5',
      );
    });

    it.each([
      ['no JSON', '<html>', 'no whole JSON'],
      ['half a JSON', '{"metadata":{"resourceVersion":"1"},"items":[{"metad', 'no whole JSON'],
      ['no list', '{"kind":"Pod"}', 'is an object without items'],
      ['a list of another kind', '[1,2]', 'is a list of 2 without items'],
    ])('says when the answer is %s', async (_, body, words) => {
      const { url } = await api({ list: [({ response }) => response.end(body)] });
      await expect(list(url)).rejects.toThrow(words);
    });

    it('says when the answer is too large, and does not read on', async () => {
      const { url } = await api({ list: [({ response }) => response.end('x'.repeat(20_000))] });
      await expect(list(url)).rejects.toThrow('larger than 10000 bytes');
    });

    it('says when the server hangs up in the middle', async () => {
      server = await rawLoopback((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"items":[');
        setTimeout(() => socket.destroy(), 20);
      });
      await expect(list(server.url)).rejects.toMatchObject({
        code: 'KUBERNETES_UNREACHABLE',
        message: expect.stringContaining('broke off') as string,
      });
    });

    it('gives up on a server that takes the request and says nothing', async () => {
      server = await rawLoopback(() => undefined);
      await expect(list(server.url, {}, 300)).rejects.toMatchObject({
        code: 'KUBERNETES_TIMEOUT',
        message: expect.stringContaining('no answer within 300 ms') as string,
      });
    });

    it('gives up on an answer that stops in the middle', async () => {
      server = await rawLoopback((socket) =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"items":['),
      );
      await expect(list(server.url, {}, 300)).rejects.toMatchObject({
        code: 'KUBERNETES_TIMEOUT',
        message: expect.stringContaining('not a byte within 300 ms') as string,
      });
    });

    it('says when nothing listens', async () => {
      const port = await new Promise<number>((resolve) => {
        const taken = createServer().listen(0, '127.0.0.1', () => {
          const { port: free } = taken.address() as { port: number };
          taken.close(() => resolve(free));
        });
      });
      await expect(list(`http://127.0.0.1:${port}`)).rejects.toThrow('nothing listens there');
    });

    it('passes on why it was told to stop', async () => {
      server = await rawLoopback(() => undefined);
      await expect(list(server.url, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    });

    it('passes on how long the server asks to wait', async () => {
      const { url } = await api({ list: [refuses(429, { 'retry-after': '7' })] });
      await expect(list(url)).rejects.toMatchObject({ status: 429, retryAfterMs: 7000 });
    });
  });

  describe('with a token', () => {
    const tokens = (...all: string[]): TokenSource & { forgotten: number } => {
      let at = 0;
      return {
        forgotten: 0,
        read: () => Promise.resolve(all[at] ?? ''),
        forget() {
          this.forgotten += 1;
          at = Math.min(at + 1, all.length - 1);
        },
      };
    };

    async function listWith(token: TokenSource): Promise<unknown> {
      const { url } = await api({
        list: [
          (call) =>
            (call.request.headers.authorization === 'Bearer good'
              ? lists([pod('a')], '1')
              : refuses(401))(call),
        ],
      });
      return createClient({ server: url, token }).list(
        { path: '/api/v1/pods', signal: signal() },
        nameOf,
      );
    }

    it('reads it again at once when it is refused, and goes on', async () => {
      expect(await listWith(tokens('old', 'good'))).toMatchObject({ items: ['a'] });
    });

    it('gives up after one more try', async () => {
      const token = tokens('old', 'older', 'oldest');
      await expect(listWith(token)).rejects.toMatchObject({ status: 401 });
      expect(token.forgotten).toBe(1);
    });
  });

  describe('over TLS', () => {
    const authority = createAuthority('synthetic authority');
    const own = authority.issue({ commonName: 'api', hosts: ['127.0.0.1'], usage: 'server' });

    beforeEach(async () => {
      server = await httpsLoopback({ cert: own.certPem, key: own.keyPem }, (_, response) =>
        response.end('{"metadata":{"resourceVersion":"1"},"items":null}'),
      );
    });

    const over = (ca: string) =>
      createClient({ server: server?.url ?? '', ca: { data: ca } }).list(
        { path: '/api/v1/pods', signal: signal() },
        nameOf,
      );

    it('trusts the authority that it was given', async () => {
      expect((await over(authority.certPem)).items).toEqual([]);
    });

    it('trusts no other', async () => {
      await expect(over(createAuthority('synthetic other').certPem)).rejects.toMatchObject({
        code: 'KUBERNETES_UNREACHABLE',
        message: expect.stringContaining('certificate') as string,
      });
    });
  });

  describe('watches', () => {
    async function eventsOf(url: string, idleMs = 30_000): Promise<WatchEvent[]> {
      const events: WatchEvent[] = [];
      const stream = await createClient({ server: url }, { eventBytes: 10_000 }).watch({
        path: '/api/v1/pods',
        signal: signal(),
        resourceVersion: '5',
        timeoutSeconds: 9,
        idleMs,
      });
      for await (const one of stream) events.push(one);
      return events;
    }

    it('reads events and bookmarks until the server ends in good order', async () => {
      const { url, calls } = await api({
        watch: [
          streams(
            [
              event('ADDED', pod('a', '6')) + event('MODIFIED', pod('a', '7')),
              event('BOOKMARK', { kind: 'Pod', metadata: { resourceVersion: '9' } }),
              event('DELETED', pod('a', '10')),
            ],
            (response) => response.end(),
          ),
        ],
      });
      expect(
        (await eventsOf(url)).map(({ type, resourceVersion }) => [type, resourceVersion]),
      ).toEqual([
        ['ADDED', '6'],
        ['MODIFIED', '7'],
        ['BOOKMARK', '9'],
        ['DELETED', '10'],
      ]);
      expect(Object.fromEntries(calls[0]?.url.searchParams ?? [])).toEqual({
        watch: '1',
        allowWatchBookmarks: 'true',
        resourceVersion: '5',
        timeoutSeconds: '9',
      });
    });

    it('reads an event that comes byte by byte, inside characters too', async () => {
      const bytes = Buffer.from(event('ADDED', pod('作业-é-🚀')));
      const { url } = await api({
        watch: [
          ({ response }) => {
            response.writeHead(200);
            bytes.forEach((byte) => response.write(Buffer.of(byte)));
            response.end();
          },
        ],
      });
      expect((await eventsOf(url)).map(({ object }) => nameOf(object))).toEqual(['作业-é-🚀']);
    });

    const end = (response: { end(): unknown }): void => void response.end();
    it.each([
      ['ends inside an event', [event('ADDED', pod('a')).slice(0, 40)], 'ended inside an event'],
      ['sends no JSON', ['<html>\n'], 'an event is no whole JSON'],
      ['invents a type', [event('CHANGED', pod('a'))], 'unknown type "CHANGED"'],
      ['sends one endless line', ['x'.repeat(20_000)], 'longer than 10000 bytes'],
    ])('says when the server %s', async (_, texts, words) => {
      const { url } = await api({ watch: [streams(texts, end)] });
      await expect(eventsOf(url)).rejects.toThrow(words);
    });

    it('throws what an ERROR event says', async () => {
      const gone = { kind: 'Status', code: 410, message: 'too old resource version' };
      const { url } = await api({ watch: [streams([event('ERROR', gone)])] });
      await expect(eventsOf(url)).rejects.toMatchObject({ status: 410 });
    });

    it('takes a watch without a byte for dead', async () => {
      const { url } = await api({ watch: [streams([event('ADDED', pod('a'))])] });
      await expect(eventsOf(url, 200)).rejects.toMatchObject({ code: 'KUBERNETES_TIMEOUT' });
    });

    it('notices a connection that breaks', async () => {
      const { url } = await api({
        watch: [streams([event('ADDED', pod('a'))], (r) => r.destroy())],
      });
      await expect(eventsOf(url)).rejects.toMatchObject({ code: 'KUBERNETES_UNREACHABLE' });
    });

    it('is not brought down by a stream that breaks before anybody reads it', async () => {
      const { url } = await api({ watch: [streams([], (response) => response.destroy())] });
      const stream = await createClient({ server: url }).watch({
        path: '/api/v1/pods',
        signal: signal(),
        resourceVersion: '5',
        timeoutSeconds: 9,
        idleMs: 200,
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('broke off');
    });
  });
});
