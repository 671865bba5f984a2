import type { ProcessFacts } from '@gpuscope/aggregation';
import { MPS_COMMAND } from '@gpuscope/aggregation';
import type { Pseudonyms } from './pseudonyms.js';

/** Names of programs are cut to this by the kernel. */
const LONGEST_COMMAND = 15;

/** The MPS server keeps its name, which NVIDIA gave it: it is told from workloads by that. */
const commandOf = (command: string, { name }: Pseudonyms): string =>
  command === MPS_COMMAND ? command : name(command).slice(0, LONGEST_COMMAND);

/** The text of /proc/PID/cgroup: numbers and controllers stay, paths keep their form. */
function anonymousCgroup(text: string, pseudonyms: Pseudonyms): string {
  return text
    .split('\n')
    .map((line) => {
      const [, head = '', path = ''] = /^(\d+:[^:]*:)?(.*)$/s.exec(line) ?? [];
      return `${head}${pseudonyms.path(path)}`;
    })
    .join('\n');
}

export function anonymousFacts(facts: ProcessFacts, pseudonyms: Pseudonyms): ProcessFacts {
  if (!facts.found) return { found: false, reason: facts.reason };
  return {
    found: true,
    cgroup: anonymousCgroup(facts.cgroup, pseudonyms),
    uid: pseudonyms.number(facts.uid),
    gid: pseudonyms.number(facts.gid),
    startTicks: facts.startTicks,
    command: commandOf(facts.command, pseudonyms),
  };
}
