import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { StoreTarget } from '../../settings/sourceSettings.js';
import type { StoreOptions } from '../options.js';

/** A connection that nobody used this long is closed by us, before a balancer drops it without a word. */
const idleMs = 30_000;

/** What TLS needs, for an agent and for the clients. Certificates are always verified. */
export function tlsOptions({ ca, cert, key, serverName }: StoreTarget) {
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined ? {} : { servername: serverName }),
  };
}

/** Connections to one node: kept, few, and given up when they are not accepted in time. */
export function agentFor(node: URL, target: StoreTarget, options: StoreOptions): HttpAgent {
  const limits: AgentOptions = {
    keepAlive: true,
    timeout: idleMs, // of kept connections; requests bring their own
    maxSockets: options.maxSockets,
    maxFreeSockets: options.maxSockets,
    scheduling: 'lifo',
  };
  const agent =
    node.protocol === 'https:'
      ? new HttpsAgent({ ...limits, ...tlsOptions(target) })
      : new HttpAgent(limits);
  limitConnecting(agent, node, options.connectMs);
  return agent;
}

/** What Node's types leave out of an agent. */
interface Connecting {
  createConnection(options: unknown, done: unknown): Duplex;
}

function limitConnecting(agent: HttpAgent, node: URL, connectMs: number): void {
  const inner = agent as unknown as Connecting;
  const connect = inner.createConnection.bind(agent);
  inner.createConnection = (options, done) => {
    const socket = connect(options, done);
    const give = (): void => {
      socket.destroy(new Error(`connect ETIMEDOUT ${node.host} after ${connectMs} ms`));
    };
    const timer = setTimeout(give, connectMs);
    const clear = (): void => clearTimeout(timer);
    socket.once(node.protocol === 'https:' ? 'secureConnect' : 'connect', clear);
    socket.once('close', clear);
    return socket;
  };
}
