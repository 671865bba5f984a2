import { join } from 'node:path';
import { inCache } from './cache.js';
import { findProgram } from './command.js';
import { hasApt, unpackDebian } from './debian.js';

const tell = (line: string): void => {
  process.stderr.write(`  ${line}\n`);
};

/**
 * LuaJIT, the Lua that Fluent Bit has inside: PATH's, else Debian's in the cache; nothing is installed.
 *
 * @returns the path of the program
 * @throws {Error} that says what to install
 */
export async function ensureLuaJit(say: (line: string) => void = tell): Promise<string> {
  const found = findProgram('luajit');
  if (found !== undefined) return found;
  if (!hasApt()) {
    throw new Error("LuaJIT is needed to test Fluent Bit's filter: put luajit on PATH");
  }
  const folder = await inCache('luajit-debian', async (target) => {
    await unpackDebian('luajit', [], target, say);
  });
  return join(folder, 'usr/bin/luajit');
}
