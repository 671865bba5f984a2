import { parseArgs } from 'node:util';
import { SCENARIOS } from './scenarios.js';

export interface Options {
  /** Folder for report and recordings. */
  readonly out: string;
  /** Seconds that each scenario is recorded. */
  readonly seconds: number;
  /** GPU to work on, as CUDA and NVML count. */
  readonly device: number;
  readonly cuda: string;
  readonly smi: string;
  /** The driver's library, where it is not on the loader's path. */
  readonly library?: string;
  readonly anonymise: boolean;
  /** Names of scenarios; all unless given. */
  readonly only?: readonly string[];
}

/** The command line can't be understood. */
export class ArgumentError extends Error {}

export const USAGE = `--out DIR           where report.md, report.json and the recordings go
--seconds N         how long each scenario is recorded, 10 to 90 (30)
--device N          which GPU (0)
--anonymise         recordings without names
--only NAME[,NAME]  some of the scenarios ${SCENARIOS.map(({ name }) => name).join(', ')}
--cuda FILE         libcuda.so.1, where it is not on the loader's path
--library FILE      libnvidia-ml.so.1, likewise
--smi FILE          nvidia-smi, where it is not on the PATH`;

function whole(text: string, name: string, from: number, to: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new ArgumentError(`--${name} is ${text}; it must be a whole number from ${from} to ${to}`);
}

function names(text: string): string[] {
  const known = SCENARIOS.map(({ name }) => name);
  const wanted = text.split(',');
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length === 0) return wanted;
  throw new ArgumentError(`--only names ${unknown.join(', ')}; there are ${known.join(', ')}`);
}

/** @throws ArgumentError naming the option and what is allowed */
export function parseOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const options = {
    out: text,
    seconds: { ...text, default: '30' },
    device: { ...text, default: '0' },
    anonymise: { type: 'boolean', default: false },
    cuda: { ...text, default: 'libcuda.so.1' },
    library: text,
    only: text,
    smi: { ...text, default: 'nvidia-smi' },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
  const { out, seconds, device, anonymise, cuda, library, smi, only } = values;
  if (out === undefined) throw new ArgumentError('--out DIR is missing');
  return {
    out,
    seconds: whole(seconds, 'seconds', 10, 90),
    device: whole(device, 'device', 0, 63),
    anonymise,
    cuda,
    smi,
    ...(library !== undefined && { library }),
    ...(only !== undefined && { only: names(only) }),
  };
}
