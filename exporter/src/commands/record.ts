import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { release } from 'node:os';
import { GpuscopeError } from '@gpuscope/aggregation';
import { systemClock } from '../clock.js';
import type { ExporterConfig } from '../config.js';
import { createFirstSync } from '../firstSync.js';
import type { Parts } from '../parts.js';
import { createParts } from '../parts.js';
import type { Filter } from '../recording/anonymise/index.js';
import { anonymous, AS_IT_IS } from '../recording/anonymise/index.js';
import { createCollector, tapInto } from '../recording/collect.js';
import { headerOf } from '../recording/header.js';
import type { Recorded } from '../recording/record.js';
import { record } from '../recording/record.js';
import type { Recorder } from '../recording/recorder.js';
import { createRecorder } from '../recording/recorder.js';
import type { RecordingFile } from '../recording/recordingFile.js';
import { createRecordingFile } from '../recording/recordingFile.js';
import { createSelfMetrics } from '../selfMetrics.js';
import { VERSION } from '../version.js';
import type { Command, Io } from './command.js';
import { loadConfig } from './loadConfig.js';
import type { Wanted } from './recordOptions.js';
import { RECORD_OPTIONS, wantedBy } from './recordOptions.js';
import { SITE_OPTIONS } from './siteOptions.js';
import { UsageError } from './usage.js';

/** How long pods are waited for before the first look. */
const FIRST_SYNC_MS = 5_000;

/**
 * So long a source or holder may take, however short the interval: who records a case has one that is slow to wake or
 * hangs, and a moment that comes late is recorded as late.
 */
const PATIENCE_MS = 10_000;

const KEY_BYTES = 32;

interface Session {
  readonly wanted: Wanted;
  readonly config: ExporterConfig;
  readonly intervalMs: number;
  readonly filter: Filter;
  readonly recorder: Recorder;
  readonly file: RecordingFile;
  readonly io: Io;
}

function recordParts({ sources, holders, directory }: Parts, session: Session): Promise<Recorded> {
  const { wanted, config, intervalMs, filter, recorder, file, io } = session;
  const { exporter, node } = config;
  const collect = createCollector({
    sources,
    holders,
    ...(exporter.pods.kind !== 'none' && { directory }),
    nodeLabels: exporter.nodeLabels,
    recorder,
    filter,
    timeoutMs: PATIENCE_MS,
    clock: systemClock,
  });
  return record({
    collect,
    recorder,
    file,
    header: (first) =>
      headerOf(
        {
          ...(wanted.origin !== undefined && { origin: wanted.origin }),
          kernel: release(),
          program: VERSION,
          node,
          sources: sources.map(({ name }) => name),
          holders: holders.map(({ name }) => name),
          intervalMs,
          nowMs: systemClock.nowMs(),
        },
        first.telemetry,
        filter,
      ),
    intervalMs,
    durationMs: wanted.durationMs,
    clock: systemClock,
    stop: io.stop,
    onFailure: (text) => io.err(`${text}\n`),
  });
}

async function recorded(session: Session): Promise<Recorded> {
  const { config, recorder, filter, io } = session;
  const parts = await createParts(config, {
    hostname: io.hostname,
    program: io.program,
    env: io.env,
    clock: systemClock,
    metrics: createSelfMetrics(VERSION, config.role),
    tap: tapInto(recorder, filter),
  });
  const { sources, holders, directory } = parts;
  try {
    directory.start();
    await createFirstSync(directory, FIRST_SYNC_MS).wait();
    return await recordParts(parts, session);
  } finally {
    await Promise.all([...sources, ...holders, directory].map((one) => one.close()));
  }
}

/** Of a recording that holds nothing no file is left. */
async function endFile(file: RecordingFile, path: string): Promise<void> {
  await file.close();
  if (file.bytes() === 0) await rm(path, { force: true });
}

const ENDS: Readonly<Record<Recorded['end'], string>> = {
  done: '',
  stopped: ', stopped before its time',
  full: ', ended before its time: it is as large as a recording may be; record for a shorter time or less often',
  nothing: ': no source answered, so there is nothing to record',
};

/** `record`: what sources and holder sources say, in a file that `--replay` plays. */
export const RECORD: Command = {
  name: 'record',
  summary: 'Writes down what is read, for --replay to play',
  options: [...RECORD_OPTIONS, ...SITE_OPTIONS],
  more: 'Ends when the time is up, or on SIGTERM or SIGINT, with status 0; 1 when nothing could be recorded or the file is full.',
  async run(args, io) {
    const wanted = wantedBy(args);
    if (args.value('role') === 'cluster')
      throw new UsageError('record is for --role node: GPUs are read there');
    const config = await loadConfig(args, io);
    if (config.exporter.sources.some(({ kind }) => kind === 'replay'))
      throw new UsageError('record reads a GPU: what --replay plays is recorded already');
    const file = await createRecordingFile(wanted.output);
    const filter = wanted.isAnonymous
      ? anonymous(randomBytes(KEY_BYTES), config.identity)
      : AS_IT_IS;
    const intervalMs = wanted.intervalMs ?? config.exporter.intervalMs;
    const session = { wanted, config, intervalMs, filter, recorder: createRecorder(), file, io };
    const outcome = await recorded(session).finally(() => endFile(file, wanted.output));
    const { moments, end } = outcome;
    if (end === 'nothing')
      throw new GpuscopeError('RECORDING_INVALID', `${wanted.output}${ENDS[end]}`);
    const names = wanted.isAnonymous ? 'without names' : 'with names: it is for your eyes only';
    await io.out(
      `${wanted.output}: ${moments} moments, ${file.bytes()} bytes unpacked, ${names}${ENDS[end]}\n`,
    );
    return end === 'full' ? 1 : 0;
  },
};
