import type { ErrorCode } from '../errors.js';

/** One thing to mend in gpuscope.yaml. */
export interface SiteProblem {
  readonly code: Extract<ErrorCode, 'CONFIG_INVALID' | 'CONFIG_ENV_UNSET' | 'RULE_INVALID'>;
  /** As the caller named it; absent where it didn't. */
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** `exporter.sources[0].dcgm.pod.port`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there, shortened; absent where nothing does or where it may be a secret. */
  readonly value?: string;
  /** What is wrong and what is allowed; reads on from the path. */
  readonly message: string;
}

/** A step into a mapping or a list. */
export type SitePath = readonly (string | number)[];

/** `exporter.hosts["gpu-*"].tenant` */
export function showPath(path: SitePath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

const SHOWN_LENGTH = 80;

/** A value as it can stand in a message. */
export function showValue(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = JSON.stringify(value) ?? '';
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** One line for a terminal: `gpuscope.yaml:7:14: exporter.interval must be … (it is "15")`. */
export function formatSiteProblem(problem: SiteProblem): string {
  const place = `${problem.file ?? 'gpuscope.yaml'}:${problem.line}:${problem.column}`;
  const subject = problem.path === '' ? 'the file' : problem.path;
  const value = problem.value === undefined ? '' : ` (it is ${problem.value})`;
  return `${place}: ${subject} ${problem.message}${value}`;
}
