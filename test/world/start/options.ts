import { parseArgs } from 'node:util';

/** Where the site is looked at. `auto`: a Grafana where one is at hand, else the preview. */
export const VIEWERS = ['auto', 'preview', 'grafana', 'docker', 'url', 'none'] as const;
export type ViewerKind = (typeof VIEWERS)[number];

/** What `npm start` was asked for. */
export interface StartOptions {
  /** A real dcgm-exporter's address, or a file with what it said; undefined: simulate. */
  readonly dcgm?: string;
  /** Simulated seconds per second. */
  readonly speed: number;
  /** How much history there is from the start. */
  readonly days: number;
  /** Print the table once, when every series is there, and end. */
  readonly once: boolean;
  /** Bring up a log store, move the pods' log lines there, and show some. */
  readonly logs: boolean;
  /** The app whose lines are shown; undefined: the one that uses most GPUs. */
  readonly app?: string;
  readonly viewer: ViewerKind;
  /** Open the page in a browser where there is one. */
  readonly open: boolean;
  /** The page's port; 0: any that is free. */
  readonly port: number;
  readonly help: boolean;
}

export const USAGE = `npm start -- [options]

Starts a simulated GPU site on this machine (exporters, a real Prometheus and a real log store with some
days of history) and shows it in a browser: in a Grafana where one is at hand, else in a preview page.
Ctrl-C ends all of it.

  --with WHERE         preview, grafana (the program on PATH), docker (Grafana's image), url (GRAFANA_URL
                       with GRAFANA_TOKEN), or none; left out, the first of url, grafana, docker, preview
  --no-preview         the table in the terminal only; the same as --with none
  --no-open            don't open a browser
  --port N             the page's port (default: any that is free)
  --days N             days of history, 0 to 14 (default 3)
  --dcgm ADDRESS|FILE  read a real dcgm-exporter instead: http://host:9400/metrics, or a file with its text
  --speed N            simulated seconds per second, 1 to 60 (default 1)
  --app NAME           whose log lines the terminal shows (default: the one that uses most GPUs)
  --no-logs            no log store: it takes Java 17, Maven and half a gigabyte
  --once               show the table once, as soon as it is complete, and end
  --help               this text
`;

const FLAGS = {
  with: { type: 'string' },
  'no-preview': { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  port: { type: 'string', default: '0' },
  days: { type: 'string', default: '3' },
  dcgm: { type: 'string' },
  speed: { type: 'string', default: '1' },
  app: { type: 'string' },
  'no-logs': { type: 'boolean', default: false },
  once: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** @throws {Error} that names what is no option, and where those that are can be read */
function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    // What follows the first sentence is of other programs.
    const [what = ''] = message.split('. ');
    throw new Error(`${what}; npm start -- --help names all options`, { cause: error });
  }
}

/** @throws {Error} that names the option, its value and what is allowed */
export function readOptions(args: readonly string[]): StartOptions {
  const values = valuesOf(args);
  const { dcgm, app, once } = values;
  return {
    ...(dcgm !== undefined && { dcgm }),
    ...(app !== undefined && { app }),
    speed: numberFrom('speed', values.speed, [1, 60]),
    days: numberFrom('days', values.days, [0, 14]),
    port: numberFrom('port', values.port, [0, 65_535]),
    logs: !values['no-logs'],
    once,
    viewer: viewerOf(values),
    open: !values['no-open'],
    help: values.help,
  };
}

function numberFrom(name: string, text: string, [least, most]: readonly [number, number]): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} is ${text}; allowed is a number from ${least} to ${most}`);
}

interface Wanted {
  readonly with?: string | undefined;
  readonly 'no-preview': boolean;
  readonly once: boolean;
}

/** The table alone needs no page. */
function viewerOf({ with: given, 'no-preview': noPreview, once }: Wanted): ViewerKind {
  if (given === undefined) return noPreview || once ? 'none' : 'auto';
  const found = VIEWERS.find((viewer) => viewer === given);
  if (found === undefined)
    throw new Error(`--with is ${given}; allowed is one of ${VIEWERS.join(', ')}`);
  if (noPreview && found !== 'none')
    throw new Error(`--with ${given} and --no-preview can't both be: leave one out`);
  return found;
}
