import { createInterface } from 'node:readline';
import { systemClock } from '../../clock.js';
import type { NvmlLibrary } from '../library/library.js';
import { nativeLoader } from '../library/native.js';
import { openNvml } from '../library/open.js';
import { runAgent } from './agent.js';
import { dieWithParent } from './deathSignal.js';
import type { AgentUse } from './protocol.js';
import { createTitle } from './title.js';

const US_PER_SECOND = 1_000_000;

async function open(library: string | undefined): Promise<NvmlLibrary> {
  dieWithParent(await nativeLoader());
  return openNvml(library);
}

function useOf(self: NodeJS.Process): AgentUse {
  const { user, system } = self.cpuUsage();
  return {
    residentBytes: self.memoryUsage.rss(),
    cpuSeconds: (user + system) / US_PER_SECOND,
  };
}

/**
 * The program as the agent. Its parent ends it; what ends a whole group of processes must not, as answers may be under
 * way. Never returns: threads that the driver holds would keep an orderly end waiting.
 */
export async function agentMain(self: NodeJS.Process): Promise<never> {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) self.on(signal, () => undefined);
  const title = createTitle((words) => {
    self.title = words;
  });
  title.rest();
  await runAgent({
    lines: createInterface({ input: self.stdin, crlfDelay: Infinity }),
    out: (text) => new Promise((resolve) => self.stdout.write(text, () => resolve())),
    title,
    use: () => useOf(self),
    open,
    clock: systemClock,
  });
  self.kill(self.pid, 'SIGKILL');
  return new Promise(() => undefined);
}
