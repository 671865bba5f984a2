import type { StoreTarget } from '../../settings/sourceSettings.js';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** The header that says who asks; both clients get it ready made, for they differ in what they understand. */
export function authorization({ auth }: StoreTarget): Readonly<Record<string, string>> {
  switch (auth.kind) {
    case 'none':
      return {};
    case 'basic':
      return { authorization: `Basic ${base64(`${auth.user}:${auth.password}`)}` };
    case 'apiKey':
      return { authorization: `ApiKey ${encodedKey(auth.apiKey)}` };
  }
}

/** Stores show a key as `id:key` and as the base64 of that; the header takes the latter. */
const encodedKey = (key: string): string => (key.includes(':') ? base64(key) : key);

/** Every text that must never be shown. */
export function secretsOf(target: StoreTarget): readonly string[] {
  const { auth, key } = target;
  const [, sent] = authorization(target).authorization?.split(' ') ?? [];
  const said =
    auth.kind === 'basic' ? [auth.password] : auth.kind === 'apiKey' ? [auth.apiKey] : [];
  return [...said, sent ?? '', key ?? ''].filter((secret) => secret !== '');
}
