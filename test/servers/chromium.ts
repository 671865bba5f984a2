import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache } from './cache.js';
import { findProgram } from './command.js';
import { hasApt, unpackDebianWithNeeds } from './debian.js';

/** A Chromium and what its environment must hold for it to run. */
export interface ChromiumProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const tell = (line: string): void => {
  process.stderr.write(`  ${line}\n`);
};

/** The browser of this machine: GPUSCOPE_CHROMIUM, else on PATH, else where macOS has it. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const named = env.GPUSCOPE_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`GPUSCOPE_CHROMIUM is ${named}; allowed is the path of a Chromium that exists`);
  }
  const onPath = NAMES.map((name) => findProgram(name, ['/usr/bin'])).find(Boolean);
  return onPath ?? APPLICATIONS.find((path) => existsSync(path));
}

/**
 * A Chromium: this machine's own, else Debian's with the libraries that it needs, in the cache; nothing is installed.
 *
 * @throws {Error} that says what to install
 */
export async function ensureChromium(say: (line: string) => void = tell): Promise<ChromiumProgram> {
  const path = findChromium();
  if (path !== undefined) return { path, env: {} };
  if (!hasApt()) {
    throw new Error(
      'The pages are tested in Chromium and this machine has no apt-get to fetch it with: put chromium on PATH, ' +
        'or name it in GPUSCOPE_CHROMIUM',
    );
  }
  const folder = await inCache('chromium-debian', (target) =>
    unpackDebianWithNeeds('chromium', target, say),
  );
  return unpacked(folder);
}

/** Debian's start script knows absolute paths only, so the program itself is run, with its libraries named. */
async function unpacked(folder: string): Promise<ChromiumProgram> {
  const lib = join(folder, 'usr/lib');
  const triples = (await readdir(lib)).filter((name) => name.includes('-linux-gnu'));
  const libraries = triples.flatMap((name) => [join(lib, name), join(folder, 'lib', name)]);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_SYSROOT: folder };
  return {
    path: join(lib, 'chromium/chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(':'), ...fonts },
  };
}
