import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Client } from '@opensearch-project/opensearch';
import type { StoreTarget } from '../../settings/sourceSettings.js';
import type { StoreOptions } from '../options.js';
import { agentFor, tlsOptions } from './agent.js';
import { authorization } from './authorization.js';
import type { Wire, WireMaker } from './wire.js';

/**
 * OpenSearch's client. It asks no store for its product, so it is also the one for Elasticsearch before 8 and for
 * finding out what a store is.
 */
export function opensearchWires(target: StoreTarget, options: StoreOptions): WireMaker {
  return (node) => opensearchWire(node, target, options);
}

function opensearchWire(node: URL, target: StoreTarget, options: StoreOptions): Wire {
  const client = new Client({
    node: node.href,
    agent: () => agentFor(node, target, options),
    ssl: tlsOptions(target),
    headers: authorization(target),
    maxRetries: 0,
    resurrectStrategy: 'none',
  });
  return {
    node: node.origin,
    send: async ({ method, path, query, body, opaqueId }, signal) => {
      signal.throwIfAborted();
      const sent = client.transport.request(
        { method, path, ...(body === undefined ? {} : { body }), querystring: { ...query } },
        {
          asStream: true,
          requestTimeout: options.timeoutMs * 2 + 10_000, // never the first: whoever calls counts the time
          ...(opaqueId === undefined ? {} : { opaqueId }),
        },
      );
      const abort = (): void => void sent.abort();
      signal.addEventListener('abort', abort, { once: true });
      try {
        const answer = await sent;
        const stream = answer.body as unknown as IncomingMessage & { req: NodeJS.EventEmitter };
        quieten(stream.req);
        const headers = (answer.headers ?? {}) as IncomingHttpHeaders;
        return { status: answer.statusCode ?? 0, headers, body: stream };
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    close: () => client.close(),
  };
}

/** The client prints what befalls a request after its answer has begun; whoever reads the body hears of it anyway. */
function quieten(request: NodeJS.EventEmitter): void {
  request.removeAllListeners('error');
  request.on('error', () => undefined);
}
