import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mustRun } from './command.js';
import { findGo, goIsMissing } from './kubernetes/build.js';

const operator = 'github.com/prometheus-operator/prometheus-operator';
const version = 'v0.87.1';
/** As in the Go checksum database, which go itself asks as well. */
const checksum = 'h1:zjzxO10Rv3goA/GDbE3Vgf2TNhhcOp7fZbRG0Tkm3OY=';

const kinds = ['podmonitors', 'servicemonitors', 'prometheusrules'] as const;

/**
 * The Prometheus operator's own definitions of PodMonitor, ServiceMonitor and PrometheusRule, taken from its Go module.
 * @throws {Error} without Go, or when the module is not the pinned one
 */
export async function monitoringCrds(): Promise<readonly unknown[]> {
  const go = findGo();
  if (go === undefined) throw new Error(goIsMissing);
  const asked = ['mod', 'download', '-json', `${operator}@${version}`];
  const { Dir, Sum } = JSON.parse(await mustRun(go, asked, { cwd: '/' })) as {
    Dir: string;
    Sum: string;
  };
  if (Sum !== checksum) throw new Error(`${operator}@${version} is ${Sum}; ${checksum} is pinned`);
  return Promise.all(
    kinds.map(async (kind) => {
      const file = join(Dir, `example/prometheus-operator-crd/monitoring.coreos.com_${kind}.yaml`);
      return parse(await readFile(file, 'utf8')) as unknown;
    }),
  );
}
