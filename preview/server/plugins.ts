import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A built plugin. */
export interface FoundPlugin {
  readonly id: string;
  readonly folder: string;
  /** Its plugin.json. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** The plugins as they lie on the disk now. */
export interface Plugins {
  all(): Promise<readonly FoundPlugin[]>;
  byId(id: string): Promise<FoundPlugin | undefined>;
}

/**
 * Plugins by the ids in their plugin.json, with those that lie nested in them, as Grafana finds them. Read anew each
 * time: they may be built while the preview runs.
 */
export function pluginsIn(folders: readonly string[]): Plugins {
  const all = async (): Promise<readonly FoundPlugin[]> =>
    (await Promise.all(folders.map(withNested))).flat();
  return {
    all,
    byId: async (id) => (await all()).find((plugin) => plugin.id === id),
  };
}

async function withNested(folder: string): Promise<readonly FoundPlugin[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
  return (await Promise.all([folder, ...nested].map(pluginIn))).flat();
}

async function pluginIn(folder: string): Promise<readonly FoundPlugin[]> {
  try {
    const about = JSON.parse(
      await readFile(join(folder, 'plugin.json'), 'utf8'),
    ) as FoundPlugin['about'];
    const { id } = about;
    return typeof id === 'string' ? [{ id, folder, about }] : [];
  } catch {
    return []; // not built yet, or being written right now
  }
}
