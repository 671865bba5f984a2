#!/usr/bin/env node
import { hostname } from 'node:os';
import { text } from 'node:stream/consumers';
import { run } from './commands/index.js';

const stop = new AbortController();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stop.abort();
    // A second one, or an end that hangs, must not be in anybody's way.
    process.once(signal, () => process.exit(1));
    setTimeout(() => process.exit(0), 1_800).unref();
  });
}

// Who reads us may have had enough, as head does.
process.stdout.on('error', () => process.exit(1));

const status = await run(process.argv.slice(2), {
  out: (words) =>
    new Promise((resolve) => {
      process.stdout.write(words, () => resolve());
    }),
  err: (words) => {
    process.stderr.write(words);
  },
  stdin: () => text(process.stdin),
  env: process.env,
  hostname: hostname(),
  stop: stop.signal,
});

process.exit(status);
