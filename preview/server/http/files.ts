import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { HttpError, type Call } from './call.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Smaller ones gain nothing. */
const GZIP_FROM_BYTES = 1024;

/** What text takes in time is little; more would be felt on a small machine. */
const GZIP_LEVEL = 1;

/** The real path of a file below a folder; undefined where there is none, or where the way leads out of the folder. */
export async function fileBelow(folder: string, path: string): Promise<string | undefined> {
  if (path.includes('\0') || path.split(/[/\\]/).includes('..')) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    const way = relative(root, file);
    if (way.startsWith('..') || isAbsolute(way)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Sends a file below a folder. @throws HttpError 404 where there is none */
export async function sendBelow(call: Call, folder: string, path: string): Promise<void> {
  const file = await fileBelow(folder, path);
  if (file === undefined) throw new HttpError(404, `there is no file ${call.path}`);
  await sendFile(call, file);
}

/** Sends a file that nobody keeps: it may be built anew at any time. */
export async function sendFile({ request, response, method }: Call, file: string): Promise<void> {
  const { size } = await stat(file);
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const isText = /charset|wasm/.test(type);
  const zipped =
    isText && size >= GZIP_FROM_BYTES && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(zipped ? { 'content-encoding': 'gzip' } : { 'content-length': size }),
  });
  if (method === 'HEAD') return void response.end();
  const content = createReadStream(file);
  if (zipped) await pipeline(content, createGzip({ level: GZIP_LEVEL }), response);
  else await pipeline(content, response);
}
