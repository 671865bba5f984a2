import type { Asking } from '@gpuscope/access';
import type { PluginContext } from '../pluginProtocol/plugin.js';

/** Grafana's signed token of who is signed in; on queries its name comes with a prefix. */
const TOKEN_HEADERS = new Set(['x-grafana-id', 'http_x-grafana-id']);

/** Headers of a query, or of a resource call. */
export type AnyHeaders = Readonly<Record<string, string | readonly string[]>>;

/**
 * Who asks, as Grafana has it. Of the headers only the signed token is read, since anybody can write the others; two
 * different tokens are none that could be verified.
 */
export function askingOf({ orgId, user }: PluginContext, headers: AnyHeaders): Asking {
  const tokens = new Set(
    Object.entries(headers)
      .filter(([name]) => TOKEN_HEADERS.has(name.toLowerCase()))
      .flatMap(([, value]) => value)
      .filter((value) => value !== ''),
  );
  return {
    orgId,
    login: user?.login ?? '',
    ...(tokens.size > 0 && { token: [...tokens].join(', ') }),
  };
}
