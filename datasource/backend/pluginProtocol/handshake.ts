import { HOST_COOKIE, PROTOCOL_VERSIONS } from '@gpuscope/datasource/protocol';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a host such as Grafana has started this process. */
export const isStartedByHost = (env: Environment): boolean =>
  env[HOST_COOKIE.name] === HOST_COOKIE.value;

/** What to say to a person who starts the program by hand. */
export const NO_HOST =
  'This is the backend of the Grafana data source gpuscope app logs. Grafana starts it; it does nothing by itself.';

const VERSIONS = `${PROTOCOL_VERSIONS.core}|${PROTOCOL_VERSIONS.plugin}`;

export interface Handshake {
  readonly socketPath: string;
  /** The server's certificate as DER, where the connection is secured. */
  readonly certificate?: Uint8Array;
}

/**
 * The line by which go-plugin learns where the plugin listens. A host that knows of multiplexing reads one part more:
 * that we don't.
 */
export function handshakeLine({ socketPath, certificate }: Handshake, env: Environment): string {
  // Without padding: the host reads it as such.
  const encoded = Buffer.from(certificate ?? [])
    .toString('base64')
    .replace(/=+$/, '');
  const line = `${VERSIONS}|unix|${socketPath}|grpc|${encoded}`;
  return env['PLUGIN_MULTIPLEX_GRPC'] ? `${line}|false\n` : `${line}\n`;
}
