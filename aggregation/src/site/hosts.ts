import { z } from 'zod';
import type { HostRegistry } from '../identity/hosts.js';
import { HOST_STARS_LIMIT } from '../identity/hosts.js';
import { mapping, someText } from './fields.js';

const entry = mapping({
  tenant: someText('the tenant whose machine this is'),
  app: someText('the app that runs on it').default(''),
  user: someText('the person it is lent to').default(''),
});

const GLOB = /^[\w.*?-]{1,253}$/;

function wrong(name: string): string | undefined {
  if (!GLOB.test(name))
    return 'must be a host name, in which * stands for any characters and ? for one';
  const stars = name.replace(/\*+/g, '*').split('*').length - 1;
  return stars > HOST_STARS_LIMIT
    ? `holds ${stars} *; at most ${HOST_STARS_LIMIT} are allowed`
    : undefined;
}

/** `exporter.hosts`: host names or globs, and whose they are. */
export const hosts = z
  .record(z.string(), entry, {
    error: 'must be a mapping from host names to {tenant, app, user}',
  })
  .transform((found, context): HostRegistry => {
    for (const name of Object.keys(found)) {
      const message = wrong(name);
      if (message !== undefined) {
        context.issues.push({ code: 'custom', path: [name], message, input: undefined });
      }
    }
    return new Map(Object.entries(found));
  });
