// How fast an exposition is read: against splitting the same text into lines, and against an npm parser.
// node bench/exposition.mjs [--smoke]
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { benchArguments } from '../scripts/lib/benchArguments.mjs';

const { smoke } = await benchArguments('node bench/exposition.mjs [--smoke]');
const { build } = await import('esbuild');
const { default: parsePeer } = await import('parse-prometheus-text-format');
const ROUNDS = smoke ? 1 : 15;
const SAMPLES = smoke ? 1_000 : 10_000;
const GPUS = 8;

async function loadOurs() {
  const entry = fileURLToPath(new URL('../aggregation/src/exposition/index.ts', import.meta.url));
  const bundle = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** Text in the layout of dcgm-exporter 4; `churn` gives every line a pod of its own. */
function dcgmText(churn) {
  let text = '';
  for (let at = 0; at < SAMPLES; at += 1) {
    const gpu = at % GPUS;
    const name = `DCGM_FI_SYNTHETIC_${Math.floor(at / GPUS)}`;
    if (gpu === 0) text += `# HELP ${name} A synthetic field.\n# TYPE ${name} gauge\n`;
    const pod = churn ? `train-${at}` : `train-${gpu}`;
    text +=
      `${name}{gpu="${gpu}",UUID="GPU-00000000-0000-4000-8000-00000000000${gpu}",pci_bus_id="00000000:4${gpu}:00.0",` +
      `device="nvidia${gpu}",modelName="NVIDIA A100-SXM4-80GB",Hostname="node-a",DCGM_FI_DRIVER_VERSION="550.90.07",` +
      `container="train",namespace="team-a",pod="${pod}"} ${((at * 0.731) % 100).toFixed(6)}\n`;
  }
  return Buffer.from(text);
}

/** Milliseconds of the median round; every round is given a string that no cache has seen. */
function measure(bytes, run) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = bytes.toString();
    const start = performance.now();
    run(text);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

const ours = await loadOurs();
const count = (families) => families.reduce((sum, { metrics }) => sum + metrics.length, 0);

for (const churn of [false, true]) {
  const bytes = dcgmText(churn);
  const read = ours.parseExposition(bytes.toString());
  const peer = count(parsePeer(bytes.toString()));
  if (read.samples.length !== SAMPLES || read.problems.length > 0 || peer !== SAMPLES) {
    throw new Error(`of ${SAMPLES} samples we read ${read.samples.length}, the peer ${peer}`);
  }
  const families = ours.familiesOf(read);
  const rows = {
    'split into lines': measure(bytes, (text) => text.split('\n')),
    'gpuscope, read': measure(bytes, (text) => ours.parseExposition(text)),
    'gpuscope, write': measure(bytes, () => ours.serialiseExposition(families, 'openmetrics')),
    'parse-prometheus-text-format, read': measure(bytes, (text) => parsePeer(text)),
  };
  const ourTime = rows['gpuscope, read'];
  const megabytes = (bytes.length / 1e6).toFixed(1);
  console.log(
    `\n${SAMPLES} samples, ${megabytes} MB, ${churn ? 'a label set each' : `${GPUS} label sets`}; median of ${ROUNDS}`,
  );
  console.table(
    Object.entries(rows).map(([what, ms]) => ({
      what,
      ms: Number(ms.toFixed(1)),
      'times our reading': Number((ms / ourTime).toFixed(2)),
    })),
  );
}
