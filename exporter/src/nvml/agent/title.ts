import { AGENT_COMMAND } from './protocol.js';

/** Says what the agent does now, by its process's name: it is read by who no longer gets an answer, and by `ps`. */
export interface Title {
  /** A call of the driver's library by its name; it may never come back. */
  call(name: string): void;
  /** No call is under way. */
  rest(): void;
}

/** The system keeps 15 bytes of a name (TASK_COMM_LEN, less its end), so what most calls have in common is one sign. */
const MOST = 15;

const MARKS = [
  ['>', 'nvmlDevice'],
  [':', 'nvml'],
] as const;

export function callToTitle(name: string): string {
  const [mark, prefix] = MARKS.find((known) => name.startsWith(known[1])) ?? [':', ''];
  return `${mark}${name.slice(prefix.length)}`;
}

/** The call that a process's name tells of, its end left out where it was too long; empty where there is none. */
export function titleToCall(title: string): string {
  const prefix = MARKS.find(([mark]) => title.startsWith(mark))?.[1];
  if (prefix === undefined) return '';
  return `${prefix}${title.slice(1)}${title.length >= MOST ? '…' : ''}`;
}

/** @param set names this process */
export function createTitle(set: (title: string) => void): Title {
  let shown = '';
  const show = (title: string): void => {
    if (title === shown) return;
    shown = title;
    set(title);
  };
  return {
    call: (name) => show(callToTitle(name)),
    rest: () => show(AGENT_COMMAND),
  };
}
