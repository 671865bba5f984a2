import type { Telemetry } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { fetchText } from '../http/fetchText.js';
import type { HttpTarget } from '../http/target.js';
import { shownUrl } from '../http/target.js';
import type { Source } from '../ports.js';
import type { Normalise, ProblemListener } from './exposition.js';
import { readExposition } from './exposition.js';

/** Where dcgm-exporter answers now. */
export interface DcgmAddress {
  readonly target: HttpTarget;
  /** Host names that its samples may carry beside the node's: its own pod's, where it runs in one. */
  readonly aliases: readonly string[];
}

/** Finds dcgm-exporter: at a fixed address, or in the pod that runs on this node. */
export interface DcgmLocator {
  locate(signal: AbortSignal): Promise<DcgmAddress>;
  /** Told when the address did not answer: look again next time. */
  failed(): void;
  close(): Promise<void>;
}

/** The locator for a URL. */
export function fixedAddress(target: HttpTarget): DcgmLocator {
  return {
    locate: () => Promise.resolve({ target, aliases: [] }),
    failed: () => undefined,
    close: () => Promise.resolve(),
  };
}

export interface DcgmOptions {
  readonly name: string;
  readonly node: string;
  readonly locator: DcgmLocator;
  /** `aliases` are names that the samples may carry for this node beside its own. */
  readonly normalise: (aliases: readonly string[]) => Normalise;
  readonly onProblems: ProblemListener;
  /** Is told each text that could be used, as it came, and whose lines in it were refused. */
  readonly onText?: (text: string, foreignHosts: readonly string[]) => void;
}

/** Devices of other nodes only: most likely a Service's address, which answers from any node. */
function refuseForeign(address: string, node: string, telemetry: Telemetry): void {
  const { boards, foreignHosts } = telemetry;
  if (boards.length > 0 || foreignHosts.length === 0) return;
  throw new ForeignSourceError(
    `${address}: reports the GPUs of ${foreignHosts.join(', ')}, and this node is ${node}; give the address of the dcgm-exporter on this node (never a Service's), or set exporter.node (--node)`,
    telemetry,
  );
}

/** A source that answered for other nodes; `telemetry` holds what was refused, to be counted. */
export class ForeignSourceError extends GpuscopeError {
  constructor(
    message: string,
    readonly telemetry: Telemetry,
  ) {
    super('SOURCE_REFUSED', message);
  }
}

/**
 * Reads dcgm-exporter's exposition over HTTP.
 * @throws (from read) GpuscopeError SOURCE_… naming the address and what to do
 */
export function createDcgmSource(options: DcgmOptions): Source {
  const { name, node, locator, normalise, onProblems, onText } = options;
  return {
    name,
    async read(signal) {
      const { target, aliases } = await locator.locate(signal);
      const address = shownUrl(target.url);
      try {
        const { contentType, body } = await fetchText(target, signal);
        const exposition = readExposition(address, contentType, body, onProblems);
        const telemetry = normalise(aliases)(exposition);
        refuseForeign(address, node, telemetry);
        onText?.(body, telemetry.foreignHosts);
        return telemetry;
      } catch (error) {
        locator.failed();
        throw error;
      }
    },
    close: () => locator.close(),
  };
}
