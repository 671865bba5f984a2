/** What kind of stack trace a speaker is in the middle of. */
export type Inside =
  'nothing' | 'frames' | 'properties' | 'traceback' | 'tracebackEnd' | 'chained' | 'goroutines';

/** What a line is, coming after another of the same speaker. */
export interface Following {
  readonly joins: boolean;
  readonly inside: Inside;
}

const join = (inside: Inside): Following => ({ joins: true, inside });
const start = (inside: Inside): Following => ({ joins: false, inside });

/** Frames of Java and Node, and what Java prints between them. */
const FRAME =
  /^\s+at \S|^\s*\.{3} \d+ (?:more|common frames omitted)|^\s*(?:Caused by|Suppressed): \S|^\s+- (?:locked|waiting) /u;

/** An exception by its full name, as Java prints it below the line that reports it. */
const JAVA_EXCEPTION = /^(?:[a-z_$][\w$]*\.)+[A-Z][\w$]*(?:Exception|Error|Throwable)\b/u;

const TRACEBACK = /^\s*(?:\+ Exception Group )?Traceback \(most recent call last\):/u;
const CHAIN =
  /^(?:During handling of the above exception|The above exception was the direct cause)/u;
const PYTHON_ERROR = /^[A-Za-z_][\w.]*(?:: |$|: *$)/u;

const GO_START = /^(?:panic: |fatal error: |goroutine \d+ \[)/u;
const GO_LINE =
  /^\t|^goroutine \d+ \[|^created by |^exit status \d|^\[signal |^[\w./*()[\]{}·$-]+\(.*\)$|^\S+\.\.\.$/u;

const NODE_END = /^Node\.js v\d/u;

const isBlank = (line: string) => line.trim() === '';
const isIndented = (line: string) => /^\s/u.test(line);

/** After a frame that opens a brace, Node prints the error's properties. */
const framed = (line: string): Following =>
  join(/^\s+at .*\{$/u.test(line) ? 'properties' : 'frames');

type Rule = (line: string) => Following | undefined;

/** What goes on with each kind; undefined: nothing of it does. */
const GOES_ON: Readonly<Record<Inside, Rule>> = {
  nothing: () => undefined,
  frames: (line) => (NODE_END.test(line) ? join('nothing') : undefined),
  properties: (line) => {
    if (isIndented(line)) return join('properties');
    return line.startsWith('}') ? join('frames') : undefined;
  },
  traceback: (line) => {
    if (isIndented(line) || line === '') return join('traceback');
    return PYTHON_ERROR.test(line) ? join('tracebackEnd') : undefined;
  },
  tracebackEnd: (line) => {
    if (isBlank(line)) return join('tracebackEnd');
    return CHAIN.test(line) ? join('chained') : undefined;
  },
  chained: (line) => {
    if (isBlank(line)) return join('chained');
    return TRACEBACK.test(line) ? join('traceback') : undefined;
  },
  goroutines: (line) => (isBlank(line) || GO_LINE.test(line) ? join('goroutines') : undefined),
};

/**
 * Whether a line belongs to the one before it of the same speaker. `reports` says that the one before is a warning or
 * worse, below which programs print what happened.
 */
export function follows(line: string, inside: Inside, reports: boolean): Following {
  const goesOn = GOES_ON[inside](line);
  if (goesOn !== undefined) return goesOn;
  if (FRAME.test(line)) return framed(line);
  if (TRACEBACK.test(line)) {
    return reports && inside === 'nothing' ? join('traceback') : start('traceback');
  }
  if (JAVA_EXCEPTION.test(line)) {
    return reports && inside === 'nothing' ? join('frames') : start('nothing');
  }
  return start(GO_START.test(line) ? 'goroutines' : 'nothing');
}
