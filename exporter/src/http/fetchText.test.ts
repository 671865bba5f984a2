import { writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createAuthority } from '../../../test/servers/certificates.js';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { failureOf, never } from '../testing/fakes.js';
import type { Loopback } from '../testing/loopback.js';
import { httpLoopback, httpsLoopback, rawLoopback } from '../testing/loopback.js';
import { fetchText } from './fetchText.js';
import type { HttpTarget } from './target.js';

const TEXT = 'synthetic_up 1\n'.repeat(200);

let folder: TemporaryFolder;
const open: Loopback[] = [];

beforeAll(async () => {
  folder = await temporaryFolder('fetch');
});
afterAll(() => folder.remove());
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = await httpLoopback(listener);
  open.push(server);
  return `${server.url}/metrics`;
}

async function serveRaw(answer: (socket: Socket) => void): Promise<string> {
  const server = await rawLoopback(answer);
  open.push(server);
  return `${server.url}/metrics`;
}

const target = (url: string, rest: Partial<HttpTarget> = {}): HttpTarget => ({
  url,
  timeoutMs: 30_000,
  maxBytes: 1_000_000,
  ...rest,
});

const get = (url: string, rest: Partial<HttpTarget> = {}) => fetchText(target(url, rest), never);

async function file(name: string, text: string): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
}

describe('fetchText: what it brings', () => {
  it('brings a plain body with its content type', async () => {
    const url = await serve((_, response) =>
      response.setHeader('content-type', 'text/plain; version=0.0.4').end(TEXT),
    );
    expect(await get(url)).toEqual({ contentType: 'text/plain; version=0.0.4', body: TEXT });
  });

  it('asks for gzip and unpacks it', async () => {
    let asked: unknown;
    const url = await serve((request, response) => {
      asked = request.headers['accept-encoding'];
      response.setHeader('content-encoding', 'gzip').end(gzipSync(TEXT));
    });
    expect((await get(url)).body).toBe(TEXT);
    expect(asked).toBe('gzip');
  });

  it('prefers the text format, in which DCGM’s names stay as they are', async () => {
    let accept = '';
    const url = await serve((request, response) => {
      accept = request.headers.accept ?? '';
      response.end(TEXT);
    });
    await get(url);
    expect(accept.startsWith('text/plain;version=0.0.4,')).toBe(true);
    expect(accept).toContain('openmetrics');
  });
});

describe('fetchText: who we are', () => {
  const authorizations: string[] = [];
  const remember: RequestListener = (request, response) => {
    authorizations.push(request.headers.authorization ?? '');
    response.end(TEXT);
  };

  it('sends a bearer token, and the new one as soon as the file changes', async () => {
    const url = await serve(remember);
    const tokenFile = await file('token', 'first-token\n');
    await get(url, { auth: { kind: 'bearer', tokenFile } });
    await file('token', 'second-token\n');
    await get(url, { auth: { kind: 'bearer', tokenFile } });
    expect(authorizations.splice(0)).toEqual(['Bearer first-token', 'Bearer second-token']);
  });

  it('sends user and password', async () => {
    const url = await serve(remember);
    const passwordFile = await file('password', 'päss:word\r\n');
    await get(url, { auth: { kind: 'basic', user: 'prom', passwordFile } });
    const [, encoded = ''] = (authorizations.splice(0)[0] ?? '').split(' ');
    expect(Buffer.from(encoded, 'base64').toString()).toBe('prom:päss:word');
  });

  it.each([
    [
      'missing',
      'no-such-token',
      undefined,
      /no-such-token: cannot read the bearer token \(ENOENT\)/,
    ],
    ['empty', 'empty-token', '\n', /empty-token: the bearer token is empty/],
  ])('names a token file that is %s', async (_, name, text, message) => {
    const tokenFile = text === undefined ? join(folder.path, name) : await file(name, text);
    const error = await failureOf(
      get('http://127.0.0.1:9/', { auth: { kind: 'bearer', tokenFile } }),
    );
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message).toMatch(message);
  });
});

describe('fetchText: TLS', () => {
  const authority = createAuthority('synthetic authority');
  const server = authority.issue({
    commonName: 'dcgm',
    hosts: ['127.0.0.1', 'dcgm.internal'],
    usage: 'server',
  });
  const client = authority.issue({ commonName: 'gpuscope', usage: 'client' });

  async function serveTls(mutual: boolean): Promise<string> {
    const options = {
      cert: server.certPem,
      key: server.keyPem,
      ...(mutual && { ca: authority.certPem, requestCert: true, rejectUnauthorized: true }),
    };
    const loopback = await httpsLoopback(options, (_, response) => response.end(TEXT));
    open.push(loopback);
    return `${loopback.url}/metrics`;
  }

  it('trusts the authority of caFile, and no unknown one', async () => {
    const url = await serveTls(false);
    const caFile = await file('ca.pem', authority.certPem);
    expect((await get(url, { tls: { caFile } })).body).toBe(TEXT);
    const error = await failureOf(get(url));
    expect(error.code).toBe('SOURCE_UNREACHABLE');
    expect(error.message).toContain('caFile');
    expect(error.message).toContain(url);
  });

  it('shows a client certificate; without one it says that one is wanted', async () => {
    const url = await serveTls(true);
    const caFile = await file('ca.pem', authority.certPem);
    const certFile = await file('client.pem', client.certPem);
    const keyFile = await file('client.key', client.keyPem);
    expect((await get(url, { tls: { caFile, certFile, keyFile } })).body).toBe(TEXT);
    const error = await failureOf(get(url, { tls: { caFile } }));
    expect(error.message).toMatch(/certFile|closed before an answer/);
  });

  it('uses a renewed client certificate at the next request', async () => {
    const url = await serveTls(true);
    const caFile = await file('ca.pem', authority.certPem);
    const stranger = createAuthority('another').issue({ commonName: 'x', usage: 'client' });
    const certFile = await file('rotating.pem', stranger.certPem);
    const keyFile = await file('rotating.key', stranger.keyPem);
    await failureOf(get(url, { tls: { caFile, certFile, keyFile } }));
    await file('rotating.pem', client.certPem);
    await file('rotating.key', client.keyPem);
    expect((await get(url, { tls: { caFile, certFile, keyFile } })).body).toBe(TEXT);
  });

  it('refuses a certificate for another name unless serverName says so', async () => {
    const caFile = await file('ca.pem', authority.certPem);
    const url = (await serveTls(false)).replace('127.0.0.1', 'localhost');
    const error = await failureOf(get(url, { tls: { caFile } }));
    expect(error.message).toContain('serverName');
    expect((await get(url, { tls: { caFile, serverName: 'dcgm.internal' } })).body).toBe(TEXT);
  });

  it('says so when there is no TLS behind an https address', async () => {
    const url = await serve((_, response) => response.end(TEXT));
    const error = await failureOf(get(url.replace('http:', 'https:')));
    expect(error.message).toContain('http://');
  });
});

describe('fetchText: what it refuses', () => {
  it.each([
    [500, {}, 'look into its log'],
    [503, {}, 'status 503'],
    [401, {}, 'credentials'],
    [403, {}, 'not enough'],
    [404, {}, '/metrics'],
    [204, {}, 'status 204'],
    [302, { location: 'http://other-node:9400/metrics' }, 'http://other-node:9400/metrics'],
    [307, {}, 'redirect'],
  ])('status %i', async (status, headers, words) => {
    const url = await serve((_, response) => response.writeHead(status, headers).end(TEXT));
    const error = await failureOf(get(url));
    expect(error.code).toBe('SOURCE_REFUSED');
    expect(error.message).toContain(url);
    expect(error.message).toContain(words);
  });

  it('never follows a redirect', async () => {
    let visits = 0;
    const other = await serve((_, response) => {
      visits += 1;
      response.end(TEXT);
    });
    const url = await serve((_, response) => response.writeHead(301, { location: other }).end());
    await failureOf(get(url));
    expect(visits).toBe(0);
  });

  it('an encoding that it did not ask for', async () => {
    const url = await serve((_, response) => response.setHeader('content-encoding', 'br').end('x'));
    expect((await failureOf(get(url))).message).toContain('"br"');
  });

  it('what says that it is gzip and is not', async () => {
    const url = await serve((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(TEXT),
    );
    const error = await failureOf(get(url));
    expect(error.code).toBe('SOURCE_REFUSED');
    expect(error.message).toContain('gzip');
  });

  it.each(['ftp://host/metrics', 'host:9400', 'file:///etc/passwd', ''])(
    'the address %j',
    async (url) => {
      const error = await failureOf(get(url));
      expect(error.code).toBe('CONFIG_INVALID');
      expect(error.message).toContain('http://host:9400/metrics');
    },
  );
});

describe('fetchText: bounds', () => {
  it('a body over the limit', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(5_000)));
    const error = await failureOf(get(url, { maxBytes: 4_999 }));
    expect(error.code).toBe('SOURCE_TOO_LARGE');
    expect(error.message).toContain('4999');
    expect((await get(url, { maxBytes: 5_000 })).body).toHaveLength(5_000);
  });

  it('a small gzip that unpacks to a huge body', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const url = await serve((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(bomb),
    );
    expect((await failureOf(get(url, { maxBytes: 100_000 }))).code).toBe('SOURCE_TOO_LARGE');
  });

  it('an endless body', async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    expect((await failureOf(get(url, { maxBytes: 100_000 }))).code).toBe('SOURCE_TOO_LARGE');
  });

  it.each([
    ['before the first byte', () => undefined],
    ['in the headers', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-')],
    [
      'in the body',
      (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'),
    ],
  ])('a server that hangs %s', async (_, answer) => {
    const url = await serveRaw(answer);
    const error = await failureOf(get(url, { timeoutMs: 150 }));
    expect(error.code).toBe('SOURCE_TIMEOUT');
    expect(error.message).toContain(`${url}: no whole answer within 150 ms`);
  });

  it('ends at once when the caller gives up', async () => {
    const url = await serveRaw(() => undefined);
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    setTimeout(() => controller.abort(reason), 50);
    await expect(fetchText(target(url), controller.signal)).rejects.toBe(reason);
  });
});

describe('fetchText: answers that break off', () => {
  const half = gzipSync(TEXT).subarray(0, 20);
  it.each([
    [
      'a body shorter than its length',
      (socket: Socket) =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nsynthetic_up 1\n'),
    ],
    [
      'a chunk that was cut',
      (socket: Socket) =>
        socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nsynthetic_up 1\n'),
    ],
    [
      'chunks without their end',
      (socket: Socket) =>
        socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n'),
    ],
    [
      'a gzip that was cut',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n');
        socket.end(half);
      },
    ],
  ])('%s', async (_, answer) => {
    const url = await serveRaw(answer);
    const error = await failureOf(get(url));
    expect(error.code).toBe('SOURCE_TRUNCATED');
    expect(error.message).toContain(url);
    expect(error.message).toContain('broke off');
  });

  it('a connection that is closed without an answer', async () => {
    const url = await serveRaw((socket) => socket.destroy());
    const error = await failureOf(get(url));
    expect(error.code).toBe('SOURCE_UNREACHABLE');
    expect(error.message).toContain(url);
  });

  it('what is no HTTP at all', async () => {
    const url = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    expect((await failureOf(get(url))).code).toBe('SOURCE_UNREACHABLE');
  });

  it('nobody there', async () => {
    const gone = await httpLoopback(() => undefined);
    await gone.close();
    const error = await failureOf(get(`${gone.url}/metrics`));
    expect(error.code).toBe('SOURCE_UNREACHABLE');
    expect(error.message).toContain('nothing listens there');
  });
});

describe('fetchText: what it never says', () => {
  it('no user, password or query of an address stands in a message', async () => {
    const error = await failureOf(get('http://user:hunter2@127.0.0.1:1/metrics?token=hunter3'));
    expect(error.message).toContain('http://127.0.0.1:1/metrics');
    expect(JSON.stringify([error.message, String(error)])).not.toMatch(/hunter/);
  });
});
