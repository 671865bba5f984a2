import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  /** A real dcgm-exporter's address, or a file with what it said; undefined: simulate. */
  readonly dcgm?: string;
  /** Simulated seconds per second. */
  readonly speed: number;
  /** Print the table once, when every series is there, and end. */
  readonly once: boolean;
  /** Bring up a log store, move the pods' log lines there, and show some. */
  readonly logs: boolean;
  /** The app whose lines are shown; undefined: the one that uses most GPUs. */
  readonly app?: string;
  readonly help: boolean;
}

export const USAGE = `npm start -- [options]

Starts a simulated GPU site, the exporter, a real Prometheus and a real log store on this machine, and
shows who holds and uses which GPU and what an app logs. Ctrl-C ends all of it.

  --dcgm ADDRESS|FILE  read a real dcgm-exporter instead: http://host:9400/metrics, or a file with its text
  --speed N            simulated seconds per second, 1 to 60 (default 1)
  --app NAME           whose log lines are shown (default: the one that uses most GPUs)
  --no-logs            no log store: it takes Java 17, Maven and half a gigabyte
  --once               show the table once, as soon as it is complete, and end
  --help               this text
`;

/** @throws {Error} that names the option, its value and what is allowed */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dcgm: { type: 'string' },
      speed: { type: 'string', default: '1' },
      app: { type: 'string' },
      'no-logs': { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const speed = Number(values.speed);
  if (!(speed >= 1 && speed <= 60)) {
    throw new Error(`--speed is ${values.speed}; allowed is a number from 1 to 60`);
  }
  const dcgm = values.dcgm === undefined ? {} : { dcgm: values.dcgm };
  const app = values.app === undefined ? {} : { app: values.app };
  const logs = !values['no-logs'];
  return { ...dcgm, ...app, speed, logs, once: values.once, help: values.help };
}
