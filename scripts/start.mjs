// npm start: sets the clone up, gets its servers, and hands over to the simulated site.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, build } from './bootstrap.mjs';
import { root } from './lib/root.mjs';
import { loadServers } from './lib/servers.mjs';
import { step } from './lib/steps.mjs';

const program = join(root, 'test/dist/world/start.js');

try {
  await bootstrap();
  await step('Compiling (tsc -b)', () => build('test'));
  const { ensurePrometheus, ensureRsyslog, ensureStore } = await loadServers();
  await step('Getting Prometheus', async () => void (await ensurePrometheus()));
  if (!process.argv.some((arg) => ['--no-logs', '--help', '--dcgm'].includes(arg))) {
    // What is missing is said by the program itself, which goes on without logs.
    await step('Getting OpenSearch and rsyslog', async () => {
      await Promise.allSettled([ensureStore('opensearch-2.19'), ensureRsyslog()]);
    });
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// In this very process: one Ctrl-C, one handler, and the terminal is its own.
process.argv[1] = program;
await import(pathToFileURL(program).href);
