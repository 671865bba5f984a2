/** A Grafana's HTTP API, as somebody with a token. */
export interface GrafanaApi {
  /** The answer's JSON; undefined where there is no such thing (404). @throws {GrafanaRefusal} for any other refusal */
  get(path: string): Promise<unknown>;
  /** @throws {GrafanaRefusal} */
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
}

/** What a Grafana answered instead of doing what was asked. */
export class GrafanaRefusal extends Error {
  override readonly name = 'GrafanaRefusal';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const PATIENCE_MS = 30_000;

/** @param url without a slash at its end */
export function grafanaApi(url: string, token: string): GrafanaApi {
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new GrafanaRefusal(0, `GRAFANA_URL is ${url}: it does not answer (${why})`);
    });
    if (answer.ok || answer.status === 404) return answer;
    throw new GrafanaRefusal(answer.status, await refusal(url, method, path, answer));
  };
  return {
    get: async (path) => {
      const answer = await ask('GET', path);
      return answer.status === 404 ? undefined : await answer.json();
    },
    send: async (method, path, body) => {
      const answer = await ask(method, path, body);
      if (answer.status === 404)
        throw new GrafanaRefusal(404, await refusal(url, method, path, answer));
      return await answer.json();
    },
  };
}

async function refusal(
  url: string,
  method: string,
  path: string,
  answer: Response,
): Promise<string> {
  const text = await answer.text();
  if (answer.status === 401) return `${url} refuses GRAFANA_TOKEN: is it still valid?`;
  if (answer.status === 403)
    return `GRAFANA_TOKEN may not ${method} ${path} at ${url}: it has to be an administrator's`;
  return `${url} answers ${method} ${path} with ${answer.status}: ${messageOf(text)}`;
}

function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: string };
    return message ?? text;
  } catch {
    return text.slice(0, 200);
  }
}
