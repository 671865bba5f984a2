import { dirname, join } from 'node:path';
import { inCache } from './cache.js';
import { findProgram } from './command.js';
import { hasApt, unpackDebian } from './debian.js';
import { prometheusPins } from './pins.js';

/** Where the two programs lie. */
export interface PrometheusPrograms {
  readonly prometheus: string;
  readonly promtool: string;
}

const tell = (line: string): void => {
  process.stderr.write(`  ${line}\n`);
};

/**
 * Gets Prometheus and promtool: from the Debian archive into the cache, or where there is no apt from PATH.
 * Nothing is installed and no service is started.
 *
 * @param say takes the lines that a user should see while it works
 * @throws {Error} that says what to install
 */
export async function ensurePrometheus(
  say: (line: string) => void = tell,
): Promise<PrometheusPrograms> {
  if (!hasApt()) return fromPath();
  const folder = await inCache('prometheus-debian', async (target) => {
    await unpackDebian('prometheus', prometheusPins, target, say);
  });
  return programsIn(join(folder, 'usr/bin'));
}

const programsIn = (folder: string): PrometheusPrograms => ({
  prometheus: join(folder, 'prometheus'),
  promtool: join(folder, 'promtool'),
});

function fromPath(): PrometheusPrograms {
  const found = findProgram('prometheus');
  if (found !== undefined && findProgram('promtool', [dirname(found)]) !== undefined) {
    return { prometheus: found, promtool: findProgram('promtool', [dirname(found)]) ?? found };
  }
  throw new Error(
    'Prometheus is needed and this machine has no apt-get to fetch it with. ' +
      'Put prometheus and promtool (2.42 or newer) on PATH: https://prometheus.io/download',
  );
}
