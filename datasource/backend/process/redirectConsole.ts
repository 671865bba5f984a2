import { format } from 'node:util';
import type { Log } from '../log.js';

/** Packages that write to the console write to the log from now on: stdout belongs to the handshake. */
export function redirectConsole(console: Console, log: Log): void {
  const to =
    (write: Log['info']) =>
    (...parts: readonly unknown[]): void =>
      write(format(...parts));
  console.log = console.info = console.debug = to((message) => log.info(message));
  console.warn = console.trace = to((message) => log.warn(message));
  console.error = to((message) => log.error(message));
}
