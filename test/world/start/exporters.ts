import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort, startProcess, withFreePort, type ServerProcess } from '../../servers/index.js';
import type { ExporterPlan } from './site.js';

export interface RunningExporter {
  readonly plan: ExporterPlan;
  readonly address: string;
  readonly process: ServerProcess;
}

/** Starts the exporter as a site would: the program, with its gpuscope.yaml. */
export async function startExporter(plan: ExporterPlan, dir: string): Promise<RunningExporter> {
  await mkdir(dir, { recursive: true });
  const given = await givenArgs(plan, dir);
  const program = createRequire(import.meta.url).resolve('@gpuscope/exporter/main');
  return withFreePort(freePort, async (port) => {
    const address = `127.0.0.1:${String(port)}`;
    const args = ['serve', ...given, '--role', plan.role, '--listen', address];
    const process_ = await startProcess({
      name: `exporter ${plan.name}`,
      command: process.execPath,
      args: [program, ...args],
      log: join(dir, `${plan.name}.log`),
      isReady: async () => (await fetch(`http://${address}/-/ready`)).ok,
      deadlineMs: 30_000,
    });
    return { plan, address, process: process_ };
  });
}

/** What tells the exporter what to read: a file of its own, or options. */
async function givenArgs(
  { name, config, args = [] }: ExporterPlan,
  dir: string,
): Promise<string[]> {
  if (config === undefined) return [...args];
  const file = join(dir, `${name}.yaml`);
  await writeFile(file, config);
  return ['--config', file, ...args];
}
