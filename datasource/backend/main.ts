import { createPlugin } from './handlers/createPlugin.js';
import { isStartedByHost, NO_HOST } from './pluginProtocol/handshake.js';
import { createHostLog } from './process/hostLog.js';
import { pluginFolder } from './process/pluginFolder.js';
import { runPlugin } from './process/runPlugin.js';
import { VERSION } from './version.js';

async function main(): Promise<void> {
  const { env, execPath, argv, stderr } = process;
  if (!isStartedByHost(env)) {
    stderr.write(`${NO_HOST}\n`);
    process.exit(1);
  }
  const log = createHostLog((line) => void stderr.write(line));
  try {
    const configFile = env['GF_PLUGIN_CONFIG'];
    const plugin = createPlugin({
      version: VERSION,
      pluginFolder: pluginFolder(execPath, argv[1]),
      env,
      log,
      ...(configFile !== undefined && configFile !== '' && { configFile }),
    });
    await runPlugin({ plugin, close: () => plugin.close() }, log);
  } catch (error) {
    log.error('the plugin can not start', { reason: String(error) });
    process.exit(1);
  }
}

void main();
