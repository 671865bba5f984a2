import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { joinParts, type Parts } from '@gpuscope/datasource/protocol';

/** How a call runs: `unary` one request and answer, `stream` many answers, `both` a conversation. */
export type MethodKind = 'unary' | 'stream' | 'both';

type BytesMethod = MethodDefinition<Buffer, Parts>;

const bytes = (value: Buffer): Buffer => value;

const fromBytes = (value: Buffer): Parts => [value];

/** A method whose messages come and go as bytes: reading and writing them is up to its handler. */
function bytesMethod(path: string, kind: MethodKind): BytesMethod {
  return {
    path,
    requestStream: kind === 'both',
    responseStream: kind !== 'unary',
    requestSerialize: bytes,
    requestDeserialize: bytes,
    responseSerialize: joinParts,
    responseDeserialize: fromBytes,
  };
}

/** The definition of a service by its methods' names, for example `pluginv2.Data` and `{ QueryData: 'unary' }`. */
export function bytesService(
  name: string,
  methods: Readonly<Record<string, MethodKind>>,
): ServiceDefinition {
  return Object.fromEntries(
    Object.entries(methods).map(([method, kind]) => [
      method,
      bytesMethod(`/${name}/${method}`, kind),
    ]),
  );
}
