import { z } from 'zod';
import { field, list, mapping, someText, text, wholeNumber, word } from '../fields.js';
import { duration, size } from '../measures.js';
import type { HttpAuthSite, HttpTlsSite } from '../network.js';
import { httpAuth, httpUrl } from '../network.js';

/** dcgm-exporter, over HTTP: the pod on this node, or an address. */
export interface DcgmSourceSite {
  readonly kind: 'dcgm';
  readonly at:
    | {
        readonly kind: 'pod';
        readonly namespace: string;
        /** A Kubernetes label selector. */
        readonly selector: string;
        readonly scheme: 'http' | 'https';
        readonly port: number;
        readonly path: string;
      }
    /** With its path: `/metrics` where none was written. */
    | { readonly kind: 'url'; readonly url: string };
  readonly auth?: HttpAuthSite;
  readonly tls?: HttpTlsSite;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Host names that samples may carry beside this node's. */
  readonly hostnames: readonly string[];
}

const TERM = /^!?[\w./-]+(?:\s*(?:==?|!=)\s*[\w.-]*|\s+(?:not)?in\s*\([\w., -]*\))?$/;

/** Splits at commas outside brackets. */
const terms = (selector: string) => selector.split(/,(?![^(]*\))/).map((term) => term.trim());

const pod = mapping({
  namespace: someText('the namespace of the dcgm-exporter pods, such as gpu-operator'),
  selector: text('a label selector such as app=nvidia-dcgm-exporter', (value) =>
    terms(value).every((term) => TERM.test(term)) ? value : undefined,
  ),
  port: wholeNumber('a port from 1 to 65535 (dcgm-exporter listens on 9400)', 1, 65_535),
  path: text('a path that begins with /', (value) =>
    /^\/\S*$/.test(value) ? value : undefined,
  ).default('/metrics'),
  scheme: word(['http', 'https']).exactOptional(),
});

const withPath = (url: string) =>
  /^https?:\/\/[^/]+\/?$/.test(url) ? url.replace(/\/?$/, '/metrics') : url;

type At = DcgmSourceSite['at'];

interface Written {
  readonly pod?: z.output<typeof pod>;
  readonly url?: string;
  readonly auth: z.output<typeof httpAuth>;
}

/** Where the source is, or what is wrong with it. */
function locate({ pod, url, auth: { tls } }: Written): At | { readonly wrong: string } {
  if ((pod === undefined) === (url === undefined)) {
    return {
      wrong: 'must hold pod (Kubernetes: the pod on this node) or url (VM or sidecar), one of them',
    };
  }
  if (pod !== undefined) {
    const scheme = pod.scheme ?? (tls === undefined ? 'http' : 'https');
    if (tls !== undefined && scheme === 'http')
      return { wrong: 'holds auth.tls, so pod.scheme must be https' };
    return { ...pod, kind: 'pod', scheme };
  }
  if (tls !== undefined && url?.startsWith('http://')) {
    return { wrong: 'holds auth.tls, so url must begin with https://' };
  }
  return { kind: 'url', url: withPath(url ?? '') };
}

export const dcgmSource = mapping({
  pod: pod.exactOptional(),
  url: httpUrl.exactOptional(),
  auth: httpAuth.prefault({}),
  timeout: duration('100ms', '5m').default(10_000),
  maxBody: size('1KiB', '1GiB').default(16 * 2 ** 20),
  hostnames: list('host names', field('a host name', readHostname)).default([]),
}).transform((written, context): DcgmSourceSite => {
  const at = locate(written);
  if ('wrong' in at) {
    context.issues.push({ code: 'custom', message: at.wrong, input: undefined });
    return z.NEVER;
  }
  const { auth, timeout, maxBody, hostnames } = written;
  return { kind: 'dcgm', at, ...auth, timeoutMs: timeout, maxBytes: maxBody, hostnames };
});

function readHostname(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,253}$/.test(value) ? value : undefined;
}
