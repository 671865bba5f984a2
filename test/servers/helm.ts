import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache } from './cache.js';
import { findProgram, mustRun } from './command.js';
import { findGo, goIsMissing } from './kubernetes/build.js';
import { repositoryRoot } from './repository.js';

/** The Kubernetes that charts are rendered for; the tests' API server has the same minor version. */
const kubernetesMinor = '35';

const source = (): string => join(repositoryRoot(), 'test/servers/helm');

/**
 * Builds Helm from the Go module that test/servers/helm pins, or takes it from the cache. A cold build takes some two
 * minutes of one core; most of its code is the API server's too.
 *
 * @returns the program's path
 * @throws {Error} without Go, or with the compiler's words
 */
export async function ensureHelm(): Promise<string> {
  const texts = await Promise.all(
    ['go.mod', 'go.sum'].map((name) => readFile(join(source(), name), 'utf8')),
  );
  const hash = createHash('sha256')
    .update([...texts, kubernetesMinor].join('\0'))
    .digest('hex');
  const folder = await inCache(`helm-${hash.slice(0, 16)}`, (target) =>
    compile(join(target, 'helm')),
  );
  return join(folder, 'helm');
}

async function compile(target: string): Promise<void> {
  const go = findGo();
  if (go === undefined) throw new Error(goIsMissing);
  // Helm takes the version from its build; unset, it pretends to a Kubernetes of long ago.
  const version = 'helm.sh/helm/v3/pkg/chartutil.k8sVersion';
  const flags = `-s -w -X ${version}Major=1 -X ${version}Minor=${kubernetesMinor}`;
  const build = ['build', '-trimpath', '-ldflags', flags, '-o', target, 'helm.sh/helm/v3/cmd/helm'];
  const nice = findProgram('nice');
  const [command, args] = nice === undefined ? [go, build] : [nice, ['-n', '10', go, ...build]];
  await mustRun(command, args, { cwd: source(), env: { CGO_ENABLED: '0', GOTOOLCHAIN: 'auto' } });
}
