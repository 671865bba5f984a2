import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mustRun, runCommand, type CommandResult } from './command.js';
import { ensurePrometheus } from './prometheusProgram.js';

/** Runs promtool with any arguments. A status other than 0 is a result. */
export async function promtool(
  args: readonly string[],
  options: { readonly cwd?: string; readonly stdin?: string } = {},
): Promise<CommandResult> {
  const programs = await ensurePrometheus();
  return runCommand(programs.promtool, args, options);
}

/** `promtool test rules`: file names inside the test file are relative to its folder. */
export const testRules = (file: string): Promise<CommandResult> =>
  promtool(['test', 'rules', file], { cwd: dirname(file) });

export const checkRules = (...files: readonly string[]): Promise<CommandResult> =>
  promtool(['check', 'rules', ...files]);

/** `promtool check metrics` on an exposition text: status 3 and a line each for names and help texts that are bad. */
export const checkMetrics = (exposition: string): Promise<CommandResult> =>
  promtool(['check', 'metrics'], { stdin: exposition });

/**
 * Turns an OpenMetrics file with timestamps into blocks of a Prometheus data folder, made if need be.
 * @throws {Error} with promtool's words
 */
export async function createBlocks(openMetricsFile: string, dataDir: string): Promise<void> {
  const programs = await ensurePrometheus();
  await mkdir(dataDir, { recursive: true });
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', openMetricsFile, dataDir];
  await mustRun(programs.promtool, args);
}
