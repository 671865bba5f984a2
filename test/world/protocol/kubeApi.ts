import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen, type LoopbackServer } from './dcgmServer.js';
import type { KubeChange, KubeResource, KubeStore } from './kubeStore.js';
import type { KubeObject } from './objects.js';

/**
 * Enough of the Kubernetes API for `npm start`, where no API server can be had in seconds: list and watch of pods,
 * namespaces and nodes, over HTTP, with field selectors, metadata-only answers, bookmarks and 410. The suites use a
 * real API server.
 */
export function serveKubeApi(store: KubeStore): Promise<LoopbackServer> {
  return listen(
    createServer((request, response) => {
      answer(store, request, response);
    }),
  );
}

const PATH = /^\/api\/v1\/(pods|namespaces|nodes)(?:\/([^/]+))?$/;

/** How often a quiet watch says that it is alive, milliseconds. */
const BOOKMARK_MS = 10_000;

function answer(store: KubeStore, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://loopback');
  const match = PATH.exec(url.pathname);
  const resource = match?.[1] as KubeResource | undefined;
  if (resource === undefined) {
    send(response, 404, status(404, 'NotFound', `the path ${url.pathname} is not served`));
    return;
  }
  const shape = shapeOf(request.headers.accept);
  const keep = selector(url.searchParams.get('fieldSelector') ?? '', match?.[2]);
  if (url.searchParams.get('watch') !== null) watch(store, resource, url, keep, shape, response);
  else list(store, resource, match?.[2], keep, shape, response);
}

function list(
  store: KubeStore,
  resource: KubeResource,
  name: string | undefined,
  keep: (object: KubeObject) => boolean,
  shape: Shape,
  response: ServerResponse,
): void {
  const items = store
    .list(resource)
    .filter(keep)
    .map((object) => shape.item(object));
  if (name === undefined) {
    const metadata = { resourceVersion: String(store.version()) };
    send(response, 200, { ...shape.list(resource), metadata, items });
  } else if (items[0] === undefined) {
    send(response, 404, status(404, 'NotFound', `${resource} "${name}" not found`));
  } else {
    send(response, 200, items[0]);
  }
}

function watch(
  store: KubeStore,
  resource: KubeResource,
  url: URL,
  keep: (object: KubeObject) => boolean,
  shape: Shape,
  response: ServerResponse,
): void {
  const from = Number(url.searchParams.get('resourceVersion') ?? '0');
  const missed = resource === 'pods' ? store.since(from) : [];
  response.writeHead(200, { 'content-type': 'application/json' });
  const write = (type: string, object: unknown): void => {
    response.write(`${JSON.stringify({ type, object })}\n`);
  };
  if (missed === undefined) {
    write('ERROR', status(410, 'Expired', `too old resource version: ${String(from)}`));
    response.end();
    return;
  }
  const tell = ({ type, object }: KubeChange): void => {
    if (resource === 'pods' && keep(object)) write(type, shape.item(object));
  };
  missed.forEach(tell);
  const forget = store.onChange(tell);
  const bookmark = setInterval(() => {
    write('BOOKMARK', {
      ...shape.item({}),
      metadata: { resourceVersion: String(store.version()) },
    });
  }, BOOKMARK_MS);
  const seconds = Number(url.searchParams.get('timeoutSeconds') ?? '300');
  const end = setTimeout(() => response.end(), seconds * 1000);
  response.on('close', () => {
    clearInterval(bookmark);
    clearTimeout(end);
    forget();
  });
  response.flushHeaders();
}

/** Whether whole objects are wanted or their metadata only. */
interface Shape {
  item(object: KubeObject): KubeObject;
  list(resource: KubeResource): KubeObject;
}

const KINDS: Readonly<Record<KubeResource, string>> = {
  pods: 'PodList',
  namespaces: 'NamespaceList',
  nodes: 'NodeList',
};

function shapeOf(accept: string | undefined): Shape {
  if (!(accept ?? '').includes('as=PartialObjectMetadata')) {
    return {
      item: (object) => object,
      list: (resource) => ({ apiVersion: 'v1', kind: KINDS[resource] }),
    };
  }
  const apiVersion = 'meta.k8s.io/v1';
  return {
    item: ({ metadata }) => ({ apiVersion, kind: 'PartialObjectMetadata', metadata }),
    list: () => ({ apiVersion, kind: 'PartialObjectMetadataList' }),
  };
}

/** The field selectors that an exporter uses, and the name in the path. */
function selector(text: string, name: string | undefined): (object: KubeObject) => boolean {
  const wanted = new Map(text === '' ? [] : text.split(',').map((term) => splitTerm(term)));
  if (name !== undefined) wanted.set('metadata.name', name);
  return ({ metadata, spec }) => {
    const fields: Readonly<Record<string, unknown>> = {
      'metadata.name': (metadata as { name?: string }).name,
      'spec.nodeName': (spec as { nodeName?: string } | undefined)?.nodeName ?? '',
    };
    return [...wanted].every(([field, value]) => fields[field] === value);
  };
}

function splitTerm(term: string): [string, string] {
  const cut = term.indexOf('=');
  return [term.slice(0, cut).trim(), term.slice(cut + 1).trim()];
}

const status = (code: number, reason: string, message: string): KubeObject => ({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  code,
  reason,
  message,
});

function send(response: ServerResponse, code: number, body: KubeObject): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
