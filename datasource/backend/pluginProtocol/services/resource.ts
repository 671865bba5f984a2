import type { Log } from '../../log.js';
import { bytesService } from '../calls/method.js';
import { streamHandler, type Streaming } from '../calls/stream.js';
import { readCallResourceRequest, writeCallResourceResponse } from '../messages/resource.js';
import type { Plugin } from '../plugin.js';
import type { Service } from './service.js';

/** pluginv2.Resource. */
export const resourceService = (plugin: Plugin, log: Log): Service => ({
  definition: bytesService('pluginv2.Resource', { CallResource: 'stream' }),
  implementation: { CallResource: streamHandler('CallResource', callResource(plugin), log) },
});

const callResource = (plugin: Plugin): Streaming =>
  async function* (bytes, signal) {
    const { context, request } = readCallResourceRequest(bytes);
    const answer = plugin.callResource(context, request, signal);
    if (Symbol.asyncIterator in answer)
      for await (const part of answer) yield writeCallResourceResponse(part);
    else yield writeCallResourceResponse(await answer);
  };
