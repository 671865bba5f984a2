import { PROTOCOL_VERSIONS } from '@gpuscope/datasource/protocol';

/**
 * Where a plugin listens, as gRPC writes addresses, read from the line by which go-plugin's plugins say so:
 * `core version|plugin version|network|address|protocol|…`.
 *
 * @throws {Error} where the line is another one
 */
export function readHandshake(line: string): string {
  const [core, plugin, network, address = '', protocol] = line.trim().split('|');
  const refuse = (why: string): Error =>
    new Error(`the program's first line is ${JSON.stringify(line.trim())}: ${why}`);
  if (core !== PROTOCOL_VERSIONS.core || plugin !== PROTOCOL_VERSIONS.plugin)
    throw refuse(`a plugin's begins with ${PROTOCOL_VERSIONS.core}|${PROTOCOL_VERSIONS.plugin}`);
  if (protocol !== 'grpc') throw refuse('it speaks no gRPC');
  if (address === '') throw refuse('it names no address');
  if (network === 'unix') return `unix:${address}`;
  if (network === 'tcp') return address;
  throw refuse('its network is neither unix nor tcp');
}
