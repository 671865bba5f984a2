import { status, type handleServerStreamingCall, type handleUnaryCall } from '@grpc/grpc-js';
import { bytesService } from '../calls/method.js';
import { readHealthCheckRequest, writeHealthCheckResponse } from '../messages/health.js';
import type { Parts } from '@gpuscope/datasource/protocol';
import type { Service } from './service.js';

/** The name under which go-plugin asks for a plugin's health. */
const KNOWN = new Set(['', 'plugin']);

const check: handleUnaryCall<Buffer, Parts> = (call, callback) => {
  const service = readHealthCheckRequest(call.request);
  if (KNOWN.has(service)) callback(null, writeHealthCheckResponse(true));
  else callback({ code: status.NOT_FOUND, details: `unknown service ${JSON.stringify(service)}` });
};

/** Health never changes while the server lives: one answer, and then silence until the caller goes. */
const watch: handleServerStreamingCall<Buffer, Parts> = (call) => {
  call.write(writeHealthCheckResponse(KNOWN.has(readHealthCheckRequest(call.request))));
  call.once('cancelled', () => call.end());
};

/** grpc.health.v1.Health. */
export const healthService: Service = {
  definition: bytesService('grpc.health.v1.Health', { Check: 'unary', Watch: 'stream' }),
  implementation: { Check: check, Watch: watch },
};
