import type { ProcessFacts } from '@gpuscope/aggregation';
import { MPS_COMMAND, placeProcess } from '@gpuscope/aggregation';

/** Where root is the machine's own, and nobody's in a container. */
function isOfMachine(facts: ProcessFacts): boolean {
  const place = placeProcess(facts);
  return place.kind === 'user' || (place.kind === 'unit' && place.unit.endsWith('.service'));
}

/**
 * Whether a process is the MPS server, as far as a name can tell that anybody may give himself: of the machine's root it
 * is believed. A server of anybody else's is known by its clients only.
 */
export const isMpsServer = (facts: ProcessFacts): boolean =>
  facts.found && facts.uid === 0 && facts.command.startsWith(MPS_COMMAND) && isOfMachine(facts);
