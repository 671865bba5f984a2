import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../../servers/repository.js';
import type { StoreKind } from '../../../servers/stores/kinds.js';

const fileFor = (kind: StoreKind): string => {
  if (kind === 'elasticsearch-6.8') return 'index-template.elasticsearch-6.json';
  return `index-template.${kind.startsWith('opensearch-') ? 'opensearch' : 'elasticsearch'}.json`;
};

/** The index template that a site installs for this kind of store. */
export async function shippedTemplate(kind: StoreKind): Promise<Readonly<Record<string, unknown>>> {
  const file = join(repositoryRoot(), 'deploy/logs', fileFor(kind));
  return JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
}
