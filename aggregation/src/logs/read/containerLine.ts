import { readTime } from '../time.js';

/** A line as it stood in a container runtime's file, where no shipper took its beginning off. */
export interface ContainerLine {
  readonly line: string;
  readonly stream?: string;
  readonly timeNs?: bigint;
}

/** CRI: time, stream, `F` for a whole line or the last part of one, `P` for a part. */
const CRI =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(?:Z|[+-]\d\d:\d\d)) (stdout|stderr) [FP](?: |$)/u;

/** Docker cuts lines into parts of 16 KiB; what is much longer is no such part. */
const MOST_DOCKER_CHARS = 256 * 1024;

/** Docker's json-file: one object of just these three. */
function dockerLine(line: string): ContainerLine | undefined {
  const isLike = line.startsWith('{"log":"') && line.endsWith('"}');
  if (!isLike || line.length > MOST_DOCKER_CHARS) return undefined;
  try {
    const { log, stream, time, ...rest } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    if (typeof log !== 'string' || typeof time !== 'string') {
      return undefined;
    }
    if (stream !== 'stdout' && stream !== 'stderr') return undefined;
    const timeNs = readTime(time);
    if (Object.keys(rest).length > 0 || timeNs === undefined) return undefined;
    return { line: withoutBreak(log), stream, timeNs };
  } catch {
    return undefined;
  }
}

/** The line without its last line break. */
const withoutBreak = (line: string) => line.replace(/\r?\n$/u, '');

/** Takes off what a container runtime put before the line, and the line break at its end. */
export function containerLine(text: string): ContainerLine {
  const line = withoutBreak(text);
  const found = CRI.exec(line);
  if (found === null) return dockerLine(line) ?? { line };
  const [head, time, stream = ''] = found;
  const timeNs = readTime(time);
  return { line: line.slice(head.length), stream, ...(timeNs === undefined ? {} : { timeNs }) };
}
