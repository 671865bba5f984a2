import type { Readable } from 'node:stream';
import { Client, HttpConnection } from '@elastic/elasticsearch';
import type { StoreTarget } from '../../settings/sourceSettings.js';
import type { StoreOptions } from '../options.js';
import { agentFor, tlsOptions } from './agent.js';
import { authorization } from './authorization.js';
import type { Wire, WireMaker } from './wire.js';

/** A version 9 answers as 8 did when it is asked like this. */
const jsonOf8 = 'application/vnd.elasticsearch+json; compatible-with=8';

/** Elastic's client, for Elasticsearch from 8 on. It refuses whatever does not say that it is one. */
export function elasticWires(target: StoreTarget, options: StoreOptions): WireMaker {
  return (node) => elasticWire(node, target, options);
}

function elasticWire(node: URL, target: StoreTarget, options: StoreOptions): Wire {
  const client = new Client({
    node: node.href,
    Connection: HttpConnection,
    agent: () => agentFor(node, target, options),
    tls: tlsOptions(target),
    headers: authorization(target),
    maxRetries: 0,
    resurrectStrategy: 'none',
    enableMetaHeader: false,
  });
  return {
    node: node.origin,
    send: async ({ method, path, query, body, opaqueId }, signal) => {
      signal.throwIfAborted();
      const answer = await client.transport.request<Readable>(
        { method, path, ...(body === undefined ? {} : { body }), querystring: { ...query } },
        {
          asStream: true,
          meta: true,
          signal,
          requestTimeout: options.timeoutMs * 2 + 10_000, // never the first: whoever calls counts the time
          headers: { accept: jsonOf8, ...(body === undefined ? {} : { 'content-type': jsonOf8 }) },
          ...(opaqueId === undefined ? {} : { opaqueId }),
        },
      );
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    },
    close: () => client.close(),
  };
}
