import type { SharedStore, StoreServer } from '../../../servers/index.js';
import { mustRequestStore } from '../../../servers/index.js';

/** A record as Fluent Bit writes it. */
export interface Written {
  readonly ms: number;
  readonly line: string;
  readonly namespace?: string;
  readonly pod?: string;
  readonly app?: string;
  readonly cluster?: string;
}

const sourceOf = ({ ms, line, namespace = 'team-a', pod = 'web-0', app, cluster }: Written) => ({
  '@timestamp': new Date(ms).toISOString(),
  log: `${line}\n`,
  stream: 'stdout',
  ...(cluster !== undefined && { cluster }),
  kubernetes: {
    namespace_name: namespace,
    pod_name: pod,
    container_name: 'main',
    host: 'node-1',
    ...(app !== undefined && { labels: { app } }),
  },
});

const keyword = { type: 'keyword' };

const MAPPINGS = {
  properties: {
    '@timestamp': { type: 'date' },
    log: { type: 'text' },
    stream: keyword,
    cluster: keyword,
    kubernetes: {
      properties: {
        namespace_name: keyword,
        pod_name: keyword,
        container_name: keyword,
        host: keyword,
        labels: { properties: { app: keyword } },
      },
    },
  },
};

type Store = Pick<SharedStore | StoreServer, 'kind' | 'address'>;

/** Makes an index of some records, on as many shards as are asked for, and waits until all can be found. */
export async function writeRecords(
  { kind, address }: Store,
  index: string,
  records: readonly Written[],
  shards = 1,
): Promise<void> {
  const isOld = kind === 'elasticsearch-6.8';
  const settings = { number_of_shards: shards, number_of_replicas: 0 };
  const mappings = isOld ? { _doc: MAPPINGS } : MAPPINGS;
  await mustRequestStore(address, 'PUT', `/${index}`, { settings, mappings });
  const action = JSON.stringify({ index: { _index: index, ...(isOld && { _type: '_doc' }) } });
  for (let start = 0; start < records.length; start += 5000) {
    const part = records.slice(start, start + 5000);
    const text = part.map((one) => `${action}\n${JSON.stringify(sourceOf(one))}\n`).join('');
    const answer = await mustRequestStore(address, 'POST', '/_bulk', text);
    if ((answer as { readonly errors: boolean }).errors)
      throw new Error(JSON.stringify(answer).slice(0, 1000));
  }
  await mustRequestStore(address, 'POST', `/${index}/_refresh`);
}
