import { int32Field, type Parts, readFields } from '@gpuscope/datasource/protocol';

// Field numbers: grpc/health/v1/health.proto of github.com/grpc/grpc.

/** The name of the service whose health is asked for; empty for the whole server's. */
export function readHealthCheckRequest(bytes: Uint8Array): string {
  let service = '';
  readFields(bytes, { 1: (reader) => (service = reader.string()) });
  return service;
}

/** A HealthCheckResponse: 1 is SERVING, 3 SERVICE_UNKNOWN. */
export const writeHealthCheckResponse = (isKnown: boolean): Parts => int32Field(1, isKnown ? 1 : 3);
