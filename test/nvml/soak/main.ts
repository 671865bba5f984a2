// Runs an exporter's cycles one after another, and tells now and then how large it is.
// main.mjs GPUSCOPE.YAML PROGRAM CYCLES
import { readFile } from 'node:fs/promises';
import { nodeRoleOf } from '../../../exporter/src/testing/role.js';
import { sizeOf, type Mark } from './size.js';

const [file = '', program = '', cycles = '0'] = process.argv.slice(2);
const EVERY = 250;

async function main(): Promise<void> {
  const role = await nodeRoleOf(await readFile(file, 'utf8'), program);
  let failures = 0;
  for (let cycle = 1; cycle <= Number(cycles); cycle++) {
    await role.cycle();
    failures += role.failures().length;
    if (cycle % EVERY !== 0) continue;
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    const mark: Mark = {
      cycle,
      failures,
      series: role.series().length,
      heapBytes: heapUsed + external,
      size: sizeOf('self'),
    };
    process.stdout.write(`${JSON.stringify(mark)}\n`);
    // Whoever reads it changes the world now.
    await new Promise((resolve) => process.stdin.once('data', resolve));
  }
  await role.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
