// npm start: sets the clone up and hands over to the simulated site, which gets its servers itself.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, build } from './bootstrap.mjs';
import { root } from './lib/root.mjs';
import { step } from './lib/steps.mjs';

const program = join(root, 'test/dist/world/start.js');

try {
  await bootstrap();
  await step('Compiling (tsc -b)', () => build('test'));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// In this very process: one Ctrl-C, one handler, and the terminal is its own.
process.argv[1] = program;
await import(pathToFileURL(program).href);
