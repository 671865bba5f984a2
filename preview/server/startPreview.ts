import { page } from './api/page.js';
import { pluginFile } from './api/pluginFiles.js';
import { askPrometheus, prometheusHealth } from './api/prometheus.js';
import { callResource } from './api/resource.js';
import { checkHealth, queryData } from './api/sources.js';
import { pluginSettings } from './api/settings.js';
import { createSources } from './backend/sources.js';
import { HttpError, sendJson, type Call } from './http/call.js';
import { sendBelow } from './http/files.js';
import { serveRoutes, type Route } from './http/server.js';
import type { BootData, PartState, Upstreams } from './parts.js';
import { pageFolder } from './pageFolder.js';
import { pluginsIn } from './plugins.js';
import { createState } from './state.js';

export interface PreviewOptions {
  /** Folders of built plugins, by any name; they need not be there yet. */
  readonly plugins: Readonly<Record<string, string>>;
  /** Left out, a free one. */
  readonly port?: number;
  /** Folder of the page's bundle (default: where it is built to); until it is there, a plain page shows the parts. */
  readonly host?: string;
  /** Takes what backends log, a line each. */
  readonly log?: (line: string) => void;
  /** Whether what is shown is invented (default: true). */
  readonly simulated?: boolean;
}

export interface Preview {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  setPart(name: string, state: PartState, note?: string, url?: string): void;
  /** From now on pages mount the plugins; starts the backends. */
  ready(boot: BootData, upstreams: Upstreams): Promise<void>;
  /** The whole can't go on; pages say why. */
  fail(note: string): void;
  stop(): Promise<void>;
}

/** Serves the preview on 127.0.0.1: the page, the plugins' files, and the paths of Grafana's that they ask. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const host = options.host ?? pageFolder();
  const state = createState(options.simulated ?? true);
  const plugins = pluginsIn(Object.values(options.plugins));
  const sources = createSources({
    tell: (part, partState, note) => state.setPart(part, partState, note),
    log: options.log ?? (() => undefined),
    about: { userAgent: 'Grafana/12.4.0', pluginVersion: VERSION, appUrl: () => url },
  });
  let url = '';
  let upstreams: Upstreams | undefined;
  const address = (): string | undefined => upstreams?.prometheus;
  const prometheus = askPrometheus(address);
  const routes: readonly Route[] = [
    route('/api/preview', ['GET'], (call) => sendJson(call, state.get())),
    route('/api/plugins/([^/]+)/settings', ['GET', 'POST'], pluginSettings(plugins, state)),
    route('/api/datasources/proxy/uid/prometheus/(.*)', ['GET', 'POST'], prometheus),
    route('/api/datasources/uid/prometheus/resources/(.*)', ['GET', 'POST'], prometheus),
    route('/api/datasources/uid/prometheus/health', ['GET'], prometheusHealth(address)),
    route('/api/ds/query', ['POST'], queryData(sources)),
    route('/api/datasources/uid/([^/]+)/health', ['GET'], checkHealth(sources)),
    route('/api/datasources/uid/([^/]+)/resources(?:/(.*))?', undefined, callResource(sources)),
    route('/api(?:/.*)?', undefined, unknown),
    route('/public/plugins/([^/]+)/(.+)', READ, pluginFile(plugins)),
    route('/public/build/(.+)', READ, (call) => sendBelow(call, host, call.caught[0] ?? '')),
    route('/public(?:/.*)?', undefined, unknown),
    route('/.*', READ, page(host, state)),
  ];
  const server = await serveRoutes(routes, options.port);
  ({ url } = server);
  return {
    url,
    setPart: (name, partState, note, url) => state.setPart(name, partState, note, url),
    ready: async (boot, found) => {
      upstreams = found;
      await sources.set(found.logs, boot);
      state.boot(boot, found.links ?? {});
    },
    fail: (note) => state.fail(note),
    stop: async () => {
      await Promise.all([server.stop(), sources.stop()]);
    },
  };
}

const VERSION = '0.1.0';

const READ = ['GET', 'HEAD'];

const route = (path: string, methods: Route['methods'], answer: Route['answer']): Route => ({
  pattern: new RegExp(`^${path}$`, 's'),
  ...(methods !== undefined && { methods }),
  answer,
});

const unknown = ({ path }: Call): never => {
  throw new HttpError(404, `the preview knows no ${path}`);
};
