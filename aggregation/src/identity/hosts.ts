import type { HostEntry } from './subject.js';

/**
 * The host registry: host names, exact or with `*` (any characters) and `?` (one character), and whose they are.
 * Names are compared as written, upper and lower case apart.
 */
export type HostRegistry = ReadonlyMap<string, HostEntry>;

/** How many `*` a host name may hold. */
export const HOST_STARS_LIMIT = 3;

/** Whether a registry's name stands for more than itself. */
export function isGlob(name: string): boolean {
  return /[*?]/.test(name);
}

/** A glob as the source of a regular expression (flag `u`) whose one capture is the whole name. */
export function globMatch(glob: string): string {
  const source = glob
    .replace(/[\\^$.|+()[\]{}/-]/g, (found) => (found === '-' ? found : `\\${found}`))
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return `^(${source})$`;
}

/** The registry in the order in which it is asked: exact names, then the longest glob, then as written. */
export function hostsInOrder(hosts: HostRegistry): readonly (readonly [string, HostEntry])[] {
  const rank = (name: string) => (isGlob(name) ? name.length : Number.MAX_SAFE_INTEGER);
  return [...hosts].sort(([a], [b]) => rank(b) - rank(a));
}

/** Whose host this is, or undefined where no entry names it. */
export function hostEntryFor(hosts: HostRegistry, hostname: string): HostEntry | undefined {
  const exact = hosts.get(hostname);
  if (exact !== undefined && !isGlob(hostname)) return exact;
  return hostsInOrder(hosts).find(
    ([name]) => isGlob(name) && new RegExp(globMatch(name), 'u').test(hostname),
  )?.[1];
}
