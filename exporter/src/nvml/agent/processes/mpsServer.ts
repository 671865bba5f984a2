import type { ProcessFacts } from '@gpuscope/aggregation';
import { placeProcess } from '@gpuscope/aggregation';

/** The server and its control program; the system keeps 15 letters of their names. */
const COMMAND = 'nvidia-cuda-mps';

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
  facts.found && facts.uid === 0 && facts.command.startsWith(COMMAND) && isOfMachine(facts);
