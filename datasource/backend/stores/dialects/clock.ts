import { say } from '@gpuscope/aggregation';
import type { JsonValue } from '@gpuscope/aggregation/logs';
import type { Exchange, Reply } from '../exchange.js';
import { numberAt, objectAt } from '../json.js';

type Times = Pick<Reply, 'headers' | 'sentMs' | 'receivedMs'>;

const middle = ({ sentMs, receivedMs }: Times): number => (sentMs + receivedMs) / 2;

/** The answerer's clock less ours in ms, by its Date header, which holds whole seconds. */
export function skewOfDate(reply: Times): number | undefined {
  const date = Date.parse(reply.headers.date ?? '');
  return Number.isNaN(date) ? undefined : Math.round(date + 500 - middle(reply));
}

/** The same by the time that a node's statistics carry; stores themselves send no Date header. */
export function skewOfNodes(reply: Times & { readonly body: JsonValue | undefined }) {
  const [node] = Object.values(objectAt(reply.body, 'nodes'));
  const timestamp = numberAt(node, 'timestamp');
  return timestamp === 0 ? undefined : Math.round(timestamp - middle(reply));
}

/** Undefined where the store sends no Date header and does not let us see its statistics. */
export async function clockSkew(
  exchange: Exchange,
  reply: Reply,
  signal: AbortSignal,
): Promise<number | undefined> {
  const byDate = skewOfDate(reply);
  if (byDate !== undefined) return byDate;
  const stats = await exchange.ask(
    {
      method: 'GET',
      path: '/_nodes/_local/stats/process',
      query: { filter_path: 'nodes.*.timestamp' },
      what: say('store.readingClock'),
      isRepeatable: true,
    },
    signal,
  );
  return stats.status === 200 ? skewOfNodes(stats) : undefined;
}
