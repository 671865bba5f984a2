import { bootstrap } from './bootstrap.mjs';
import { runChecks } from './lib/checks.mjs';

try {
  const [unknown] = process.argv.slice(2);
  if (unknown !== undefined)
    throw new Error(`unknown argument ${unknown}; npm run check takes none`);
  await bootstrap();
  const failed = await runChecks();
  if (failed.length > 0) {
    console.log(`Failed: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
