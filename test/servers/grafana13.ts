import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inCache } from './cache.js';
import { findProgram, mustRun } from './command.js';

/** What a page needs to be to plugins what Grafana 13.2 is: its own packages, and what it hands on, by React 19. */
const packages = {
  '@emotion/css': '11.13.5',
  '@emotion/react': '11.14.0',
  '@grafana/data': '13.2.2',
  '@grafana/i18n': '13.2.2',
  '@grafana/runtime': '13.2.2',
  '@grafana/schema': '13.2.2',
  '@grafana/ui': '13.2.2',
  i18next: '25.6.0',
  lodash: '4.17.23',
  moment: '2.30.1',
  react: '19.2.0',
  'react-dom': '19.2.0',
  'react-redux': '9.2.0',
  'react-router': '5.3.4',
  'react-router-dom': '5.3.4',
  'react-router-dom-v5-compat': '6.30.1',
  redux: '5.0.1',
  rxjs: '7.8.2',
} as const;

const tell = (line: string): void => {
  process.stderr.write(`  ${line}\n`);
};

/**
 * Installs the packages of Grafana 13.2 into the cache, or takes them from there: half a gigabyte, some minutes.
 *
 * @returns a folder from which they resolve, as GPUSCOPE_GRAFANA_PACKAGES takes it
 * @throws {Error} without npm, or with npm's last words
 */
export async function ensureGrafana13Packages(say: (line: string) => void = tell): Promise<string> {
  const manifest = JSON.stringify({ private: true, dependencies: packages }, undefined, 2);
  const hash = createHash('sha256').update(manifest).digest('hex').slice(0, 16);
  return inCache(`grafana-packages-13-${hash}`, async (folder) => {
    const npm = findProgram('npm', [dirname(process.execPath)]);
    if (npm === undefined) throw new Error("npm is needed to get Grafana 13's packages");
    say("Installing Grafana 13's packages (half a gigabyte, once)");
    await writeFile(join(folder, 'package.json'), manifest);
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    // Their install scripts build what only Grafana's developers use.
    await mustRun(npm, ['install', '--ignore-scripts', ...quiet], { cwd: folder });
  });
}
