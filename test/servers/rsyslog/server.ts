import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess, type ServerProcess } from '../process.js';
import { ensureRsyslog } from './program.js';

/**
 * Starts an rsyslogd of its own, with this configuration and nothing of the machine's.
 *
 * @param folder an empty one for its state, errors and what it prints
 * @throws {Error} with what it said, when the configuration is not to its liking
 */
export async function startRsyslog(config: string, folder: string): Promise<ServerProcess> {
  const { rsyslogd, modules, libraries } = await ensureRsyslog();
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'rsyslog.conf');
  const log = join(folder, 'rsyslog.log');
  const pidFile = join(folder, 'rsyslogd.pid');
  await writeFile(file, config);
  return startProcess({
    name: 'rsyslog',
    command: rsyslogd,
    // In the foreground; its own modules only.
    args: ['-n', '-f', file, '-i', pidFile, '-M', modules],
    env: { LD_LIBRARY_PATH: libraries },
    log,
    deadlineMs: 180_000,
    isReady: async (pid) => Number(await readFile(pidFile, 'utf8')) === pid,
  });
}
