import type {
  handleBidiStreamingCall,
  handleServerStreamingCall,
  handleUnaryCall,
} from '@grpc/grpc-js';
import { bytesService } from '../calls/method.js';
import type { Parts } from '@gpuscope/datasource/protocol';
import type { Service } from './service.js';

// What hashicorp/go-plugin itself asks of a plugin: github.com/hashicorp/go-plugin, internal/plugin/*.proto.

/** Ends the plugin when the host says so. The answer leaves before the end begins. */
export function controllerService(onShutdown: () => void): Service {
  const shutdown: handleUnaryCall<Buffer, Parts> = (_call, callback) => {
    callback(null, []);
    setImmediate(onShutdown);
  };
  return {
    definition: bytesService('plugin.GRPCController', { Shutdown: 'unary' }),
    implementation: { Shutdown: shutdown },
  };
}

/** Side connections between host and plugin. Grafana opens the conversation and never asks for one. */
const startStream: handleBidiStreamingCall<Buffer, Parts> = (call) => {
  call.on('data', () => undefined);
  call.once('end', () => call.end());
  call.once('cancelled', () => call.end());
};

export const brokerService: Service = {
  definition: bytesService('plugin.GRPCBroker', { StartStream: 'both' }),
  implementation: { StartStream: startStream },
};

/** Copies of stdout and stderr: nothing is written there but logs, which the host reads from stderr itself. */
const streamStdio: handleServerStreamingCall<Buffer, Parts> = (call) => {
  call.once('cancelled', () => call.end());
};

export const stdioService: Service = {
  definition: bytesService('plugin.GRPCStdio', { StreamStdio: 'stream' }),
  implementation: { StreamStdio: streamStdio },
};
