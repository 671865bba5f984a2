import type { Log } from '../../log.js';
import { bytesService } from '../calls/method.js';
import { unaryHandler } from '../calls/unary.js';
import {
  readHealthRequest,
  writeHealthResponse,
  writeMetricsResponse,
} from '../messages/diagnostics.js';
import type { Plugin } from '../plugin.js';
import type { Service } from './service.js';

/** pluginv2.Diagnostics. */
export const diagnosticsService = (plugin: Plugin, log: Log): Service => ({
  definition: bytesService('pluginv2.Diagnostics', {
    CheckHealth: 'unary',
    CollectMetrics: 'unary',
  }),
  implementation: {
    CheckHealth: unaryHandler(
      'CheckHealth',
      async (bytes, signal) => {
        const { context, headers } = readHealthRequest(bytes);
        return writeHealthResponse(await plugin.checkHealth(context, headers, signal));
      },
      log,
    ),
    CollectMetrics: unaryHandler(
      'CollectMetrics',
      async () => writeMetricsResponse(await plugin.collectMetrics()),
      log,
    ),
  },
});
