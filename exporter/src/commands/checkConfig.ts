import { systemClock } from '../clock.js';
import { wordsOf } from '../errorWords.js';
import type { ExporterConfig } from '../config.js';
import type { Parts } from '../parts.js';
import { createParts } from '../parts.js';
import type { ProbeResult } from '../probe.js';
import { lackOf, probeHolder, probePods, probeSource } from '../probe.js';
import { createSelfMetrics } from '../selfMetrics.js';
import { mergeTelemetry } from '../sources/merge.js';
import { VERSION } from '../version.js';
import type { Command, Io } from './command.js';
import { loadConfig } from './loadConfig.js';
import { planOf } from './plan.js';
import { SITE_OPTIONS } from './siteOptions.js';
import { UsageError } from './usage.js';

/** What failed must not stand below dozens of notes. */
const notesLast = (results: readonly ProbeResult[]): readonly ProbeResult[] =>
  results.toSorted((a, b) => Number(a.level === 'note') - Number(b.level === 'note'));

async function probeGpus({ sources, holders }: Parts): Promise<ProbeResult[]> {
  const answers = await Promise.all(sources.map(probeSource));
  const results = answers.map(({ result }) => result);
  const telemetry = mergeTelemetry(answers.flatMap((answer) => answer.telemetry ?? []));
  if (telemetry === undefined) return results;
  const held = await Promise.all(holders.map((holder) => probeHolder(holder, telemetry)));
  return [...results, ...held, ...lackOf(telemetry)];
}

async function probe(
  config: ExporterConfig,
  { hostname, program, env }: Io,
): Promise<readonly ProbeResult[]> {
  const metrics = createSelfMetrics(VERSION, config.role);
  const parts = await createParts(config, { hostname, program, env, clock: systemClock, metrics });
  const { sources, holders, directory } = parts;
  try {
    return notesLast([
      ...(await probeGpus(parts)),
      ...(config.exporter.pods.kind === 'none' ? [] : [await probePods(directory)]),
    ]);
  } finally {
    await Promise.all([...sources, ...holders, directory].map((one) => one.close()));
  }
}

/** What kept the probes from being made, such as no access to Kubernetes. */
const asFailure = (error: unknown): ProbeResult => ({ level: 'failed', text: wordsOf(error) });

const MARKS: Readonly<Record<ProbeResult['level'], string>> = {
  ok: 'ok    ',
  note: 'note  ',
  failed: 'FAILED',
};

/** `check-config`: what is wrong with gpuscope.yaml, and whether what it names answers. */
export const CHECK_CONFIG: Command = {
  name: 'check-config',
  summary: 'Checks gpuscope.yaml and asks everything that it names once',
  options: [...SITE_OPTIONS, { name: 'no-probe', help: 'check the file only, ask nobody' }],
  more: 'Exit status: 0 all is well (notes say what it needs and what a counters file lacks), 1 something is wrong, 2 usage.',
  async run(args, io) {
    const file = args.value('config');
    const asked = ['config', 'dcgm', 'nvml', 'replay'].some(
      (name) => args.value(name) !== undefined,
    );
    if (!asked)
      throw new UsageError(
        'check-config needs --config FILE, or --dcgm URL, --nvml or --replay FILE without one',
      );
    const config = await loadConfig(args, io);
    await io.out(`${MARKS.ok} ${file ?? 'options'}: can be used, role ${config.role}\n`);
    const plan = config.role === 'node' ? planOf(config.exporter) : [];
    await io.out(plan.map((line) => `${MARKS.note} ${line}\n`).join(''));
    if (args.value('no-probe') !== undefined) return 0;
    const results = await probe(config, io).catch((error: unknown) => [asFailure(error)]);
    await io.out(results.map(({ level, text }) => `${MARKS[level]} ${text}\n`).join(''));
    return results.some(({ level }) => level === 'failed') ? 1 : 0;
  },
};
