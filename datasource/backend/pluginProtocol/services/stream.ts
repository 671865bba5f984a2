import { GpuscopeError } from '@gpuscope/aggregation';
import { frameJson } from '../../frames/frameJson.js';
import type { Log } from '../../log.js';
import { bytesService } from '../calls/method.js';
import { streamHandler, type Streaming } from '../calls/stream.js';
import { unaryHandler, type Unary } from '../calls/unary.js';
import { readChannelRequest, writeStreamAnswer, writeStreamPacket } from '../messages/stream.js';
import type { Plugin } from '../plugin.js';
import type { Service } from './service.js';

/** pluginv2.Stream. */
export const streamService = (plugin: Plugin, log: Log): Service => ({
  definition: bytesService('pluginv2.Stream', {
    SubscribeStream: 'unary',
    RunStream: 'stream',
    PublishStream: 'unary',
  }),
  implementation: {
    SubscribeStream: unaryHandler('SubscribeStream', subscribe(plugin), log),
    RunStream: streamHandler('RunStream', run(plugin), log),
    PublishStream: unaryHandler('PublishStream', publish(plugin), log),
  },
});

const subscribe =
  (plugin: Plugin): Unary =>
  async (bytes, signal) => {
    const { context, request } = readChannelRequest(bytes);
    const answer = await plugin.subscribeStream?.(context, request, signal);
    return writeStreamAnswer(answer ?? { status: 'not-found' });
  };

const publish =
  (plugin: Plugin): Unary =>
  async (bytes, signal) => {
    const { context, request } = readChannelRequest(bytes);
    const answer = await plugin.publishStream?.(context, request, signal);
    return writeStreamAnswer(answer ?? { status: 'denied' });
  };

const run = (plugin: Plugin): Streaming =>
  async function* (bytes, signal) {
    const { context, request } = readChannelRequest(bytes);
    const tables = plugin.runStream?.(context, request, signal);
    if (tables === undefined)
      throw new GpuscopeError(
        'QUERY_INVALID',
        `there is no channel ${JSON.stringify(request.path)}`,
      );
    for await (const table of tables) yield writeStreamPacket(frameJson(table));
  };
