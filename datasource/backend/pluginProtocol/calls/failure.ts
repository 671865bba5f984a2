import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { Log } from '../../log.js';
import type { QueryError } from '../plugin.js';
import { writeStatus } from '../messages/status.js';
import { joinParts } from '@gpuscope/datasource/protocol';

/** Whose fault an error is, in Grafana's words. */
export const sourceOf = ({ origin }: GpuscopeError): QueryError['source'] =>
  origin === 'internal' ? 'plugin' : 'downstream';

/**
 * Any error as one of ours. What nobody foresaw is logged whole, and Grafana learns only that it happened: its message
 * may hold what people must not see.
 */
export function knownError(error: unknown, call: string, log: Log): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  const stack = error instanceof Error ? error.stack : String(error);
  log.error('a call ended in an unforeseen error', { call, stack });
  return new GpuscopeError('INTERNAL', "an internal error; Grafana's log says what it was");
}

/** How a call fails towards Grafana: its gRPC status, with whose fault it is. */
export function failureOf(error: GpuscopeError): Partial<ServiceError> {
  const code = error.code === 'CANCELLED' ? status.CANCELLED : status.UNKNOWN;
  const details = `${error.code}: ${error.message}`;
  const metadata = new Metadata();
  const rich = writeStatus({ code, message: details, errorSource: sourceOf(error) });
  metadata.set('grpc-status-details-bin', joinParts(rich));
  return { code, details, metadata };
}
