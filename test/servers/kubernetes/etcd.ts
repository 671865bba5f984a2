import { requestOver, type ApiResponse } from './request.js';

/** Drops every revision but the present one, through the JSON face of etcd's API. */
export async function compact(socketPath: string): Promise<void> {
  const post = async (path: string, body: unknown): Promise<ApiResponse> => {
    const answer = await requestOver({ socketPath }, 'POST', path, body);
    if (answer.status === 200) return answer;
    throw new Error(`etcd answered ${path} with ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  const key = Buffer.from('/').toString('base64');
  const range = await post('/v3/kv/range', { key, limit: 1 });
  const { revision } = (range.body as { header: { revision: string } }).header;
  await post('/v3/kv/compaction', { revision, physical: true });
}
