import type { NvmlSnapshot, Telemetry } from '@gpuscope/aggregation';
import { GpuscopeError, normaliseDcgm, normaliseNvml } from '@gpuscope/aggregation';
import { wordsOf } from '../errorWords.js';
import type { Source } from '../ports.js';
import type { ProblemListener } from '../sources/exposition.js';
import { readExposition } from '../sources/exposition.js';
import { mergeTelemetry } from '../sources/merge.js';
import type { Moment } from './cursor.js';
import { failureOf } from './failure.js';
import type { Player } from './player.js';
import { NVML_NAME, sourceKey } from './recording.js';

export interface ReplayOptions {
  readonly name: string;
  readonly player: Player;
  readonly onProblems: ProblemListener;
}

/** Each round of the play counts its XIDs anew. */
function lookOf(value: unknown, round: number): NvmlSnapshot {
  const look = value as NvmlSnapshot;
  return round === 0 ? look : { ...look, session: `${look.session} ${round}` };
}

function telemetryOf(
  name: string,
  { standing, round, frame }: Moment,
  { player: { file }, onProblems }: ReplayOptions,
): Telemetry | GpuscopeError {
  const stands = standing.get(sourceKey(name));
  if (stands === undefined || stands.failed !== undefined) {
    return failureOf(file, name, stands?.failed ?? 'SOURCE_UNREACHABLE');
  }
  const { value } = stands;
  if (typeof value === 'string') {
    return normaliseDcgm(readExposition(file, '', value, onProblems));
  }
  try {
    return normaliseNvml(lookOf(value, round));
  } catch (error) {
    throw new GpuscopeError(
      'RECORDING_INVALID',
      `${file}:${frame.line}: the look at ${NVML_NAME} can't be used: ${wordsOf(error)}`,
      { cause: error },
    );
  }
}

/**
 * Plays the sources of a recording in place of a GPU.
 * @throws (from read) GpuscopeError RECORDING_INVALID, or what the source failed with when it was recorded
 */
export function createReplaySource(options: ReplayOptions): Source {
  const { name, player } = options;
  return {
    name,
    async read() {
      const { sources } = await player.open();
      const moment = await player.advance();
      const all = sources.map((source) => telemetryOf(source, moment, options));
      const told = all.flatMap((one) => (one instanceof GpuscopeError ? [] : [one]));
      const merged = mergeTelemetry(told);
      if (merged !== undefined) return merged;
      throw (
        all.find((one) => one instanceof GpuscopeError) ??
        new GpuscopeError('INTERNAL', 'a recording without sources')
      );
    },
    close: () => Promise.resolve(),
  };
}
