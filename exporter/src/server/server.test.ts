import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { failureOf } from '../testing/fakes.js';
import type { Readiness } from './readiness.js';
import type { RunningServer } from './server.js';
import { startServer } from './server.js';

let readiness: Readiness = { ready: true, text: 'ready' };
let read = (format: string, packed: boolean): Promise<Buffer> =>
  Promise.resolve(Buffer.from(`${format} ${packed}\n`));
let server: RunningServer;

beforeEach(async () => {
  server = await startServer(
    { host: '127.0.0.1', port: 0 },
    {
      page: { read: (format, packed) => read(format, packed) },
      readiness: () => readiness,
      version: '1.2.3',
    },
  );
});
afterEach(() => server.close());

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request(server.url + path, { method, headers, agent: false }, (response) => {
      textOf(response).then(
        (body) => resolve({ status: response.statusCode, headers: response.headers, body }),
        reject,
      );
    })
      .on('error', reject)
      .end();
  });
}

/** Sends bytes and answers with all that comes back until the connection ends. */
function raw(bytes: string): Promise<string> {
  const { port, hostname } = new URL(server.url);
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  return textOf(socket);
}

describe('startServer: /metrics', () => {
  it.each([
    [{}, 'text/plain; version=0.0.4; charset=utf-8', 'prometheus false\n'],
    [
      { accept: 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5' },
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
      'openmetrics false\n',
    ],
    [{ accept: 'text/html' }, 'text/plain; version=0.0.4; charset=utf-8', 'prometheus false\n'],
  ])('answers %j in %s', async (headers, type, body) => {
    const got = await send('/metrics', headers);
    expect(got.status).toBe(200);
    expect(got.headers['content-type']).toBe(type);
    expect(got.headers['content-encoding']).toBeUndefined();
    expect(got.body).toBe(body);
  });

  it('packs for those who take gzip, and says that answers differ by both headers', async () => {
    const { headers, body } = await send('/metrics?x=1', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['vary']).toBe('accept, accept-encoding');
    expect(body).toBe('prometheus true\n');
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await send('/metrics');
    const head = await send('/metrics', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.body).toBe('');
  });

  it('says why when a page can’t be made, and lives on', async () => {
    const before = read;
    read = () => Promise.reject(new Error('out of paper'));
    const { status, body } = await send('/metrics');
    expect(status).toBe(500);
    expect(body).toContain('out of paper');
    read = before;
    expect((await send('/metrics')).status).toBe(200);
  });
});

describe('startServer: the other pages', () => {
  it('is healthy', async () => {
    expect(await send('/-/healthy')).toMatchObject({ status: 200, body: 'healthy\n' });
  });

  it('is ready or not, and says what is awaited', async () => {
    readiness = { ready: false, text: 'waiting for the first cycle (dcgm)' };
    expect(await send('/-/ready')).toMatchObject({
      status: 503,
      body: 'waiting for the first cycle (dcgm)\n',
    });
    readiness = { ready: true, text: 'ready' };
    expect((await send('/-/ready')).status).toBe(200);
  });

  it('has an index with links that work wherever a proxy puts it', async () => {
    const { body, headers } = await send('/');
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('1.2.3');
    const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.startsWith('/')).toBe(false);
      expect((await send(`/${link}`)).status).toBe(200);
    }
  });

  it('names the pages there are when asked for another', async () => {
    const { status, body } = await send('/metric');
    expect(status).toBe(404);
    expect(body).toContain('/metrics');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('does not take %s', async (method) => {
    const { status, headers, body } = await send('/metrics', {}, method);
    expect(status).toBe(405);
    expect(headers['allow']).toBe('GET, HEAD');
    expect(body).toContain(method);
  });
});

describe('startServer: callers who do harm', () => {
  it('refuses headers that are too large', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('refuses what is no HTTP, and serves others meanwhile', async () => {
    const answer = raw('\x16\x03\x01\x02\x00\x01\x00\r\n\r\n');
    expect((await send('/-/healthy')).status).toBe(200);
    expect(await answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('ends a caller who sends his headers drop by drop, and serves others meanwhile', async () => {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write('GET /metrics HTTP/1.1\r\n');
    const drip = setInterval(() => socket.write('x: y\r\n'), 200);
    const ended = textOf(socket).finally(() => clearInterval(drip));
    expect((await send('/-/healthy')).status).toBe(200);
    expect(await ended).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('startServer: beginning and end', () => {
  it('says so when the port is taken', async () => {
    const port = Number(new URL(server.url).port);
    const parts = {
      page: { read },
      readiness: () => readiness,
      version: '0',
    };
    const error = await failureOf(startServer({ host: '127.0.0.1', port }, parts));
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message).toContain(`127.0.0.1:${port}`);
    expect(error.message).toContain('--listen');
  });

  // Which they may keep for longer than this test has.
  it('ends though callers keep their connections', async () => {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /-/healthy HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    await server.close();
    socket.destroy();
  });

  it('lets an answer under way go out', async () => {
    let release = (): void => undefined;
    const before = read;
    let got: ReturnType<typeof send> | undefined;
    await new Promise<void>((asked) => {
      read = () =>
        new Promise((resolve) => {
          release = () => resolve(Buffer.from('late\n'));
          asked();
        });
      got = send('/metrics');
    });
    const closed = server.close();
    release();
    expect((await got)?.body).toBe('late\n');
    await closed;
    read = before;
  });
});
