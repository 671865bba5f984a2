import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache } from './cache.js';
import { findProgram, mustRun } from './command.js';
import { findGo } from './kubernetes/build.js';
import { repositoryRoot } from './repository.js';

const SOURCES = ['go.mod', 'go.sum', 'main.go', 'answers.go', 'calls.go'];

/**
 * Builds the program that starts a Grafana plugin as Grafana does, with hashicorp/go-plugin and Grafana's own SDK, or
 * takes it from the cache. A cold build takes about a minute.
 *
 * @returns the program's path
 * @throws {Error} without Go, or with the compiler's words
 */
export async function ensurePluginHost(): Promise<string> {
  const source = join(repositoryRoot(), 'test/servers/pluginHost');
  const texts = await Promise.all(SOURCES.map((name) => readFile(join(source, name), 'utf8')));
  const hash = createHash('sha256').update(texts.join('\0')).digest('hex');
  const folder = await inCache(`plugin-host-${hash.slice(0, 16)}`, (target) =>
    compile(source, join(target, 'pluginhost')),
  );
  return join(folder, 'pluginhost');
}

async function compile(source: string, target: string): Promise<void> {
  const go = findGo();
  if (go === undefined)
    throw new Error('The plugin is tried with a host that is built with Go, which is not on PATH.');
  const build = ['build', '-trimpath', '-ldflags', '-s -w', '-o', target, '.'];
  const nice = findProgram('nice');
  const [command, args] = nice === undefined ? [go, build] : [nice, ['-n', '10', go, ...build]];
  await mustRun(command, args, { cwd: source, env: { CGO_ENABLED: '0', GOTOOLCHAIN: 'auto' } });
}
