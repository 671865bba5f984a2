import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { repositoryRoot } from '../../servers/repository.js';

/** Nobody's address: what is asked of it is answered from here. */
const ORIGIN = 'http://gallery.invalid';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>gallery</title>
<link rel="stylesheet" href="/font/400.css">
<link rel="stylesheet" href="/font/500.css">
<script>window.grafanaBootData = { user: {}, settings: {}, navTree: [] };</script>
<script type="module" src="/main.js"></script>
</head>
<body><div id="root"></div></body>
</html>`;

/** The panels with fixed figures, bundled. */
async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [join(repositoryRoot(), 'plugin/src/testing/gallery/main.tsx')],
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    outdir: '/',
    conditions: ['gpuscope-source'],
    jsx: 'automatic',
    loader: { '.svg': 'dataurl', '.ttf': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}

const find = createRequire(join(repositoryRoot(), 'preview/package.json'));
const folderOf = (name: string): string => dirname(find.resolve(`${name}/package.json`));

/** Files that lie in packages: Grafana's icons, and the font that it is written in. */
const FOLDERS: Readonly<Record<string, () => string>> = {
  '/public/': () => join(folderOf('@grafana/ui'), 'dist/public'),
  '/font/': () => folderOf('@fontsource/inter'),
};

async function fileAt(path: string): Promise<Buffer | undefined> {
  const prefix = Object.keys(FOLDERS).find((start) => path.startsWith(start));
  const folder = prefix === undefined ? undefined : FOLDERS[prefix];
  if (folder === undefined || prefix === undefined) return undefined;
  return readFile(join(folder(), path.slice(prefix.length))).catch(() => undefined);
}

export interface GalleryChoice {
  readonly theme: 'dark' | 'light';
  readonly language: 'en-US' | 'zh-Hans';
  /** How many log lines there are; 10,000 unless given. */
  readonly lines?: number;
}

/** Opens the gallery in a window of its own; `page.context().close()` closes it. */
export async function openGallery(
  browser: Browser,
): Promise<(choice: GalleryChoice) => Promise<Page>> {
  const bundled = await bundle();
  return async ({ theme, language, lines = 10_000 }) => {
    const context = await browser.newContext({
      viewport: { width: 800, height: 2400 },
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      baseURL: ORIGIN,
    });
    await context.route(`${ORIGIN}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const body = pathname === '/' ? HTML : (bundled.get(pathname) ?? (await fileAt(pathname)));
      const contentType = TYPES[pathname === '/' ? '.html' : extname(pathname)] ?? 'text/plain';
      if (body === undefined) await route.fulfill({ status: 404, body: 'none' });
      else await route.fulfill({ contentType, body: Buffer.from(body) });
    });
    const page = await context.newPage();
    await page.goto(`/?theme=${theme}&lang=${language}&lines=${lines}`);
    return page;
  };
}
