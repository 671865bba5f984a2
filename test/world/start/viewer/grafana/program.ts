import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram, runCommand } from '../../../../servers/command.js';

/** A Grafana on this machine that can be started. */
export interface GrafanaProgram {
  readonly program: string;
  /** The folder of its own files. */
  readonly home: string;
  readonly version: string;
}

/** What our plugins need. */
const LEAST = [12, 4] as const;

/**
 * The Grafana on PATH, or why it can't be taken.
 *
 * @param env `GF_PATHS_HOME` says where its own files are, where they lie in no usual place
 */
export async function findGrafana(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<GrafanaProgram | { readonly why: string }> {
  const program = findProgram('grafana');
  if (program === undefined) return { why: 'there is no grafana on PATH' };
  const { stdout, stderr } = await runCommand(program, ['--version']);
  const version = /\d+\.\d+\.\d+/.exec(`${stdout}${stderr}`)?.[0];
  if (version === undefined) return { why: `${program} --version names no version` };
  if (!isEnough(version))
    return { why: `${program} is Grafana ${version}; ${LEAST.join('.')} or newer is needed` };
  const home = homesOf(program, env).find((folder) =>
    existsSync(join(folder, 'conf/defaults.ini')),
  );
  if (home === undefined)
    return { why: `the files of ${program} are in no usual place: set GF_PATHS_HOME to them` };
  return { program, home, version };
}

function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** Its archive, Debian's and RPM packages, Homebrew. */
function homesOf(
  program: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const bin = dirname(realpathSync(program));
  const given = env['GF_PATHS_HOME'];
  return [
    ...(given === undefined || given === '' ? [] : [given]),
    join(bin, '..'),
    join(bin, '../share/grafana'),
    '/usr/share/grafana',
    '/opt/homebrew/opt/grafana/share/grafana',
    '/usr/local/opt/grafana/share/grafana',
  ];
}
