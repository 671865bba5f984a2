import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  /** A real dcgm-exporter's address, or a file with what it said; undefined: simulate. */
  readonly dcgm?: string;
  /** Simulated seconds per second. */
  readonly speed: number;
  /** Print the table once, when every series is there, and end. */
  readonly once: boolean;
  readonly help: boolean;
}

export const USAGE = `npm start -- [options]

Starts a simulated GPU site, the exporter and a real Prometheus on this machine, and shows who holds
and uses which GPU. Ctrl-C ends all of it.

  --dcgm ADDRESS|FILE  read a real dcgm-exporter instead: http://host:9400/metrics, or a file with its text
  --speed N            simulated seconds per second, 1 to 60 (default 1)
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
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const speed = Number(values.speed);
  if (!(speed >= 1 && speed <= 60)) {
    throw new Error(`--speed is ${values.speed}; allowed is a number from 1 to 60`);
  }
  const dcgm = values.dcgm === undefined ? {} : { dcgm: values.dcgm };
  return { ...dcgm, speed, once: values.once, help: values.help };
}
