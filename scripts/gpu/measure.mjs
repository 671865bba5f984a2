// Checks gpuscope on a machine with an NVIDIA GPU, in one command: every figure against nvidia-smi, attribution by
// process against loads of known duty; writes recordings and a report.
// node scripts/gpu/measure.mjs --out DIR [options]   here, on this machine
// node scripts/gpu/measure.mjs --kit DIR             a folder to carry to a machine that has neither Node nor npm:
//                                                    there, sh DIR/measure.sh --out DIR [options]
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../bootstrap.mjs';

const args = process.argv.slice(2);

/** What makes the kit comes from npm: a fresh checkout is set up first. */
async function makeKit(...order) {
  await bootstrap();
  const kit = await import('./kit.mjs');
  await kit.makeKit(...order);
}

async function measure() {
  const kit = await mkdtemp(join(tmpdir(), 'gpuscope-kit-'));
  try {
    await makeKit(kit, { withNode: false });
    const child = spawn(process.execPath, [join(kit, 'measure.mjs'), ...args], {
      stdio: 'inherit',
    });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    return await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  } finally {
    await rm(kit, { recursive: true, force: true });
  }
}

async function pack(folder) {
  if (folder === undefined || args.length > 2) {
    console.error('--kit needs the name of a folder, and takes nothing else');
    return 2;
  }
  await makeKit(folder, { withNode: true });
  console.log(`${folder}: carry it to the machine, and there: sh ${folder}/measure.sh --out DIR`);
  return 0;
}

try {
  process.exitCode = args[0] === '--kit' ? await pack(args[1]) : await measure();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
