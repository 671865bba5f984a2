import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Programs that take the place of others on PATH, and write down how they are called. */
export interface FakePrograms {
  /** Puts one there: what runs is JavaScript, in which `args` are its arguments. */
  add(name: string, script: string): Promise<void>;
  /** The arguments of each call of any of them, in order. */
  calls(): Promise<readonly (readonly string[])[]>;
  restore(): void;
}

/** @param folder an empty one, which becomes the whole PATH */
export async function fakePrograms(folder: string): Promise<FakePrograms> {
  const before = process.env['PATH'];
  const record = join(folder, 'calls.jsonl');
  await mkdir(folder, { recursive: true });
  await writeFile(record, '');
  process.env['PATH'] = folder;
  return {
    add: async (name, script) => {
      const path = join(folder, name);
      const head = `#!${process.execPath}
const fs = require('node:fs');
const http = require('node:http');
const args = process.argv.slice(2);
fs.appendFileSync(${JSON.stringify(record)}, JSON.stringify([${JSON.stringify(name)}, ...args]) + '\\n');
const serve = (port) => http.createServer((request, response) => response.end('{}')).listen(port, '127.0.0.1');
`;
      await writeFile(path, `${head}${script}\n`);
      await chmod(path, 0o755);
    },
    calls: async () =>
      (await readFile(record, 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as readonly string[]),
    restore: () => {
      process.env['PATH'] = before;
    },
  };
}
