import { spawn } from 'node:child_process';
import { findProgram } from '../../servers/command.js';

export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody sits at the terminal. */
  readonly isTerminal: boolean;
  /** A program's path; undefined where there is none. */
  readonly find: (program: string) => string | undefined;
}

const ownDesk = (): Desk => ({
  platform: process.platform,
  env: process.env,
  isTerminal: process.stdout.isTTY,
  find: (program) => findProgram(program),
});

/** What opens an address in a browser; undefined where nobody would see one. */
export function openingCommand(url: string, desk: Desk): readonly string[] | undefined {
  const { platform, env, isTerminal, find } = desk;
  if (!isTerminal || isSet(env['CI']) || isSet(env['SSH_CONNECTION'])) return undefined;
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url];
  if (!isSet(env['DISPLAY']) && !isSet(env['WAYLAND_DISPLAY'])) return undefined;
  const opener = find('xdg-open');
  return opener === undefined ? undefined : [opener, url];
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Opens an address where there is a browser to be seen. @returns whether it was tried */
export function openBrowser(url: string, desk: Desk = ownDesk()): boolean {
  const [command, ...args] = openingCommand(url, desk) ?? [];
  if (command === undefined) return false;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // The address is printed, too: who has no browser reads it there.
  child.on('error', () => undefined);
  child.unref();
  return true;
}
