import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache } from '../cache.js';
import { findProgram, mustRun } from '../command.js';
import { repositoryRoot } from '../repository.js';

const sourceFiles = ['go.mod', 'go.sum', 'main.go'] as const;

/** What a user is told when there is no Go. */
export const goIsMissing =
  'The Kubernetes API server for tests is built with Go 1.21 or newer, which is not on PATH. ' +
  'Install it from https://go.dev/dl, or on Debian 13 and newer: apt-get install golang-go (about 240 MB).';

/** Where Go's own command lies: PATH, or where its installer puts it. */
export const findGo = (): string | undefined => findProgram('go', ['/usr/local/go/bin']);

/**
 * Builds etcd, kube-apiserver and kube-controller-manager as one program, or takes it from the cache.
 *
 * A cold build takes some eight minutes of one core, 1.5 GB in Go's own caches, and 120 MB in ours.
 *
 * @returns the program's path; its first argument says which of the three it is
 * @throws {Error} without Go, or with the compiler's words
 */
export async function buildKubernetes(): Promise<string> {
  const source = join(repositoryRoot(), 'test/servers/kubernetes/binary');
  const texts = await Promise.all(sourceFiles.map((name) => readFile(join(source, name), 'utf8')));
  const hash = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);
  const folder = await inCache(`kubernetes-${hash}`, (target) =>
    compile(source, join(target, 'kubernetes'), kubernetesVersion(texts[0] ?? '')),
  );
  return join(folder, 'kubernetes');
}

/** @param goMod the text of go.mod @returns for example "v1.35.4" */
function kubernetesVersion(goMod: string): string {
  const version = /k8s\.io\/kubernetes (v\d+\.\d+\.\d+)/.exec(goMod)?.[1];
  if (version === undefined) throw new Error('go.mod requires no version of k8s.io/kubernetes');
  return version;
}

async function compile(source: string, target: string, version: string): Promise<void> {
  const go = findGo();
  if (go === undefined) throw new Error(goIsMissing);
  const [major = '', minor = ''] = version.slice(1).split('.');
  const stamps = { gitVersion: version, gitMajor: major, gitMinor: minor };
  const flags = Object.entries(stamps).map(
    ([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`,
  );
  const build = ['build', '-trimpath', '-ldflags', `-s -w ${flags.join(' ')}`, '-o', target, '.'];
  const nice = findProgram('nice');
  const [command, args] = nice === undefined ? [go, build] : [nice, ['-n', '10', go, ...build]];
  await mustRun(command, args, { cwd: source, env: { CGO_ENABLED: '0', GOTOOLCHAIN: 'auto' } });
}
