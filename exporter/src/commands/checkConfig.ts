import { systemClock } from '../clock.js';
import type { ExporterConfig } from '../config.js';
import { directoryOf, holdersOf, sourcesOf } from '../parts.js';
import type { ProbeResult } from '../probe.js';
import { lackOf, probeHolder, probePods, probeSource } from '../probe.js';
import { createSelfMetrics } from '../selfMetrics.js';
import { mergeTelemetry } from '../sources/merge.js';
import { VERSION } from '../version.js';
import type { Command, Io } from './command.js';
import { loadConfig } from './loadConfig.js';
import { SITE_OPTIONS } from './siteOptions.js';
import { UsageError } from './usage.js';

async function probeGpus(config: ExporterConfig, io: Io): Promise<ProbeResult[]> {
  const metrics = createSelfMetrics(VERSION, config.role);
  const sources = sourcesOf({ config, hostname: io.hostname, clock: systemClock, metrics });
  const holders = holdersOf(config);
  try {
    const answers = await Promise.all(sources.map(probeSource));
    const results = answers.map(({ result }) => result);
    const telemetry = mergeTelemetry(answers.flatMap((answer) => answer.telemetry ?? []));
    if (telemetry === undefined) return results;
    const held = await Promise.all(holders.map((holder) => probeHolder(holder, telemetry)));
    return [...results, ...held, ...lackOf(telemetry)];
  } finally {
    await Promise.all([...sources, ...holders].map((one) => one.close()));
  }
}

async function probePodsOf(config: ExporterConfig): Promise<ProbeResult[]> {
  if (config.exporter.pods.kind === 'none') return [];
  const directory = directoryOf(config);
  try {
    return [await probePods(directory)];
  } finally {
    await directory.close();
  }
}

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
  more: 'Exit status: 0 all is well (what a counters file lacks is a note), 1 something is wrong, 2 usage.',
  async run(args, io) {
    const file = args.value('config');
    if (
      file === undefined &&
      args.value('dcgm') === undefined &&
      args.value('replay') === undefined
    )
      throw new UsageError('check-config needs --config FILE');
    const config = await loadConfig(args, io);
    await io.out(`${MARKS.ok} ${file ?? 'options'}: can be used, role ${config.role}\n`);
    if (args.value('no-probe') !== undefined) return 0;
    const results = [
      ...(config.role === 'node' ? await probeGpus(config, io) : []),
      ...(await probePodsOf(config)),
    ];
    await io.out(results.map(({ level, text }) => `${MARKS[level]} ${text}\n`).join(''));
    return results.some(({ level }) => level === 'failed') ? 1 : 0;
  },
};
