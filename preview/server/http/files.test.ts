import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import fc from 'fast-check';
import { fileBelow, sendBelow } from './files.js';
import { serveRoutes, type HttpServer } from './server.js';

let base: string;
let folder: string;
let server: HttpServer;

const LONG = 'const text = "显存";\n'.repeat(200);

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'gpuscope-files-'));
  folder = join(base, 'public');
  await mkdir(join(folder, 'img'), { recursive: true });
  await writeFile(join(base, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'module.js'), LONG);
  await writeFile(join(folder, 'a b.json'), '{}');
  await writeFile(join(folder, 'img/logo.svg'), '<svg/>');
  await writeFile(join(folder, 'photo.PNG'), Buffer.alloc(4000, 7));
  await writeFile(join(folder, 'strange'), 'x');
  await symlink(join(base, 'secret.txt'), join(folder, 'link.txt'));
  await symlink(join(folder, 'module.js'), join(folder, 'inner.js'));
  server = await serveRoutes([
    {
      pattern: /^\/files\/(.*)$/s,
      answer: (call) => sendBelow(call, folder, call.caught[0] ?? ''),
    },
  ]);
});

afterAll(async () => {
  await server.stop();
  await rm(base, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As it stands: a browser would tidy the path up. */
const get = (
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, headers, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('files', () => {
  it.each([
    ['module.js', 'text/javascript; charset=utf-8'],
    ['a%20b.json', 'application/json; charset=utf-8'],
    ['img/logo.svg', 'image/svg+xml; charset=utf-8'],
    ['photo.PNG', 'image/png'],
    ['strange', 'application/octet-stream'],
    ['inner.js', 'text/javascript; charset=utf-8'],
  ])('%s is %s, and nobody keeps it', async (path, type) => {
    const { status, headers } = await get(`/files/${path}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%5csecret.txt',
    'img/../../secret.txt',
    'link.txt',
    '',
    'img',
    'gone.js',
    'module.js%00.png',
  ])('nothing comes of %s', async (path) => {
    const { status, body } = await get(`/files/${path}`);
    expect(status).toBe(404);
    expect(body.toString()).not.toBe('secret');
  });

  it('never lie outside of their folder, whatever is asked for', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      'img',
      '',
      'secret.txt',
      'link.txt',
      '\\',
      '..\\',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const found = await fileBelow(folder, parts.join('/'));
        expect(found === undefined || found.startsWith(`${folder}/`)).toBe(true);
      }),
    );
  });

  it('are zipped for who takes that, where it is worth it', async () => {
    const zip = { 'accept-encoding': 'br, gzip' };
    const zipped = await get('/files/module.js', zip);
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe(LONG);
    expect(zipped.body.length).toBeLessThan(LONG.length / 10);
    expect((await get('/files/module.js')).body.toString()).toBe(LONG);
    expect((await get('/files/photo.PNG', zip)).headers['content-encoding']).toBeUndefined();
    expect((await get('/files/a%20b.json', zip)).headers['content-encoding']).toBeUndefined();
  });

  it('say how long they are to who only asks for that', async () => {
    const { headers, body } = await get('/files/module.js', {}, 'HEAD');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(LONG)));
    expect(body).toHaveLength(0);
  });

  it('are no files where the path is badly encoded', async () => {
    expect((await get('/files/%E5%8')).status).toBe(400);
  });
});
