import { mapping, filePath, someText, text } from './fields.js';

/** Where the exporter listens. */
export interface ListenAddress {
  /** Empty for every address of the machine; an IPv6 address without brackets. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

const LISTEN = /^(?:([A-Za-z0-9._-]*)|\[([0-9A-Fa-f:.]+)\]):(\d{1,5})$/;

function readListen(value: string): ListenAddress | undefined {
  const [, name, ipv6, digits] = LISTEN.exec(value) ?? [];
  const port = Number(digits);
  return digits === undefined || port > 65_535 ? undefined : { host: name ?? ipv6 ?? '', port };
}

/** `:9410`, `127.0.0.1:9410`, `[::1]:9410`. */
export const listenAddress = text(
  'an address to listen on, such as ":9410" or "127.0.0.1:9410", with a port up to 65535',
  readListen,
);

const URL_FORM = /^https?:\/\/(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?(?:\/[^\s#]*)?$/;

function readUrl(value: string): string | undefined {
  const found = URL_FORM.exec(value);
  if (found === null) return undefined;
  const port = Number(found[1] ?? 80);
  return port >= 1 && port <= 65_535 ? value : undefined;
}

/** An http or https address. One with a user or password in it is refused: secrets are files. */
export const httpUrl = text(
  'an address such as http://10.0.0.7:9400, beginning with http:// or https:// and without user or password',
  readUrl,
);

/** How to prove to a server who we are; secrets are files. */
export type HttpAuthSite =
  | { readonly kind: 'bearer'; readonly tokenFile: string }
  | { readonly kind: 'basic'; readonly user: string; readonly passwordFile: string };

/** Certificates, as PEM files. */
export interface HttpTlsSite {
  /** Trusted instead of the well-known authorities. */
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  /** Name expected in the server's certificate, where it is not the address's. */
  readonly serverName?: string;
}

const tls = mapping({
  caFile: filePath.exactOptional(),
  certFile: filePath.exactOptional(),
  keyFile: filePath.exactOptional(),
  serverName: someText("the name in the server's certificate").exactOptional(),
}).superRefine((value, context) => {
  if ((value.certFile === undefined) === (value.keyFile === undefined)) return;
  const missing = value.certFile === undefined ? 'certFile' : 'keyFile';
  context.addIssue({
    code: 'custom',
    path: [missing],
    message: 'is missing; a client certificate needs both certFile and keyFile',
  });
});

const basic = mapping({ user: someText('a user name'), passwordFile: filePath });

/** `auth: {bearerTokenFile | basic: {user, passwordFile}, tls: {…}}` */
export const httpAuth = mapping({
  bearerTokenFile: filePath.exactOptional(),
  basic: basic.exactOptional(),
  tls: tls.exactOptional(),
}).transform((value, context): { auth?: HttpAuthSite; tls?: HttpTlsSite } => {
  if (value.bearerTokenFile !== undefined && value.basic !== undefined) {
    context.issues.push({
      code: 'custom',
      message: 'must hold bearerTokenFile or basic; a request carries one of them',
      input: undefined,
    });
  }
  return {
    ...(value.bearerTokenFile !== undefined && {
      auth: { kind: 'bearer', tokenFile: value.bearerTokenFile },
    }),
    ...(value.basic !== undefined && { auth: { kind: 'basic', ...value.basic } }),
    ...(value.tls !== undefined && { tls: value.tls }),
  };
});
