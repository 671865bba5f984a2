import type { HttpAuthSite, HttpTlsSite } from '@gpuscope/aggregation';

/** Where and how to fetch one text. Secrets and certificates are files, read again for every request. */
export interface HttpTarget {
  readonly url: string;
  readonly auth?: HttpAuthSite;
  readonly tls?: HttpTlsSite;
  /** Milliseconds for everything: connecting, waiting, the whole body. */
  readonly timeoutMs: number;
  /** Of the body, before and after decompression. */
  readonly maxBytes: number;
}

/** An address for messages: without user, password and query, which may hold secrets. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return JSON.stringify(url);
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
