#!/usr/bin/env node
import { hostname } from 'node:os';
import { text } from 'node:stream/consumers';
import { AGENT_COMMAND } from './nvml/agent/protocol.js';

const args = process.argv.slice(2);

// Not for people: the exporter starts itself so, to ask NVML. What it does not need then is not loaded.
if (args[0] === AGENT_COMMAND) {
  const { agentMain } = await import('./nvml/agent/agentMain.js');
  await agentMain(process);
}

const { run } = await import('./commands/index.js');

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

const status = await run(args, {
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
  program: process.argv[1] ?? '',
  stop: stop.signal,
});

process.exit(status);
