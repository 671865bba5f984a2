import type { HostAnswer, PluginHost } from './host.js';
import type { Order } from './plugin/answeringPlugin.js';

/** A data frame in Grafana's JSON. */
export interface Frame {
  readonly schema: {
    readonly name?: string;
    readonly refId?: string;
    readonly meta?: Readonly<Record<string, unknown>>;
    readonly fields: readonly Readonly<Record<string, unknown>>[];
  };
  readonly data: {
    readonly values: readonly (readonly unknown[])[];
    readonly nanos?: readonly (readonly number[] | null)[];
  };
}

export interface Response {
  readonly frames: readonly Frame[] | null;
  readonly sizes: readonly number[];
  readonly error?: string;
  readonly status: number;
  readonly source?: string;
}

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** A request with one query per refId; texts are sent as they are. */
export const queryRequest = (orders: Readonly<Record<string, Order | string>>) => ({
  queries: Object.entries(orders).map(([refId, order]) => ({
    refId,
    json: base64(typeof order === 'string' ? order : JSON.stringify(order)),
  })),
});

/** @throws Error where the call failed */
export async function ask(
  host: PluginHost,
  orders: Readonly<Record<string, Order | string>>,
): Promise<Readonly<Record<string, Response>>> {
  return resultOf(await host.call('query', queryRequest(orders)));
}

/** @throws Error where the call failed */
export function resultOf<T>({ result, error }: HostAnswer): T {
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return result as T;
}

export function frameOf(response: Response | undefined): Frame {
  const [frame] = response?.frames ?? [];
  if (frame === undefined) throw new Error(`no frame: ${JSON.stringify(response)}`);
  return frame;
}
