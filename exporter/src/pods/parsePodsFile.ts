import type { NamespaceInfo, PodInfo } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { isObject, listOf, objectOf, shown, textOf } from '../kubernetes/json.js';
import { jsonDocuments, NotJson } from './documents.js';
import { createIntern } from './intern.js';
import type { NodeInfo, PodReading } from './readObjects.js';
import { readNamespace, readNode, readPod } from './readObjects.js';

/** What a pods file holds. */
export interface PodsFile {
  readonly pods: readonly PodInfo[];
  readonly namespaces: readonly NamespaceInfo[];
  readonly nodes: readonly NodeInfo[];
  /** Objects that were left out, in words: without a name, or of no kind. */
  readonly problems: readonly string[];
}

const ALLOWED = 'allowed is what `kubectl get pods,ns -A -o json` prints';

const invalid = (path: string, found: string, cause?: unknown): GpuscopeError =>
  new GpuscopeError('PODS_FILE_INVALID', `${path}: ${found}; ${ALLOWED}`, { cause });

interface Found {
  readonly kind: string;
  readonly object: unknown;
}

/** The objects of a document. A PodList's items may lack their kind: it is the list's without "List". */
function objectsOf(document: unknown, path: string): Found[] {
  if (!isObject(document)) throw invalid(path, `holds ${shown(document)}, not a list of objects`);
  const kind = textOf(document['kind']);
  if (!kind.endsWith('List')) {
    if (kind !== '') return [{ kind, object: document }];
    const fields = Object.keys(document).slice(0, 5).join(', ');
    throw invalid(path, `holds an object without a kind (its fields: ${fields || 'none'})`);
  }
  const { items } = document;
  if (items === null) return [];
  if (!Array.isArray(items)) throw invalid(path, `its ${kind} has ${shown(items)} as items`);
  const ofItems = kind.slice(0, -'List'.length);
  return listOf(items).map((object) => ({
    kind: textOf(objectOf(object)['kind']) || ofItems,
    object,
  }));
}

interface Reader {
  readonly read: (object: unknown) => boolean;
  readonly needs: string;
}

/** Puts what was read into its list; false when the object was no such thing. */
const into =
  <T>(list: T[], read: (object: unknown) => T | undefined) =>
  (object: unknown): boolean => {
    const item = read(object);
    if (item !== undefined) list.push(item);
    return item !== undefined;
  };

function collect(found: readonly Found[], reading: PodReading): PodsFile {
  const { intern } = reading;
  const pods: PodInfo[] = [];
  const namespaces: NamespaceInfo[] = [];
  const nodes: NodeInfo[] = [];
  const problems: string[] = [];
  const readers = new Map<string, Reader>([
    [
      'Pod',
      {
        read: into(pods, (object) => readPod(object, reading)),
        needs: 'metadata.name and metadata.namespace',
      },
    ],
    [
      'Namespace',
      { read: into(namespaces, (o) => readNamespace(o, intern)), needs: 'metadata.name' },
    ],
    ['Node', { read: into(nodes, (o) => readNode(o, intern)), needs: 'metadata.name' }],
  ]);
  found.forEach(({ kind, object }, index) => {
    if (kind === '') problems.push(`object ${index + 1} is ${shown(object)} without a kind`);
    const reader = readers.get(kind);
    if (reader === undefined || reader.read(object)) return;
    problems.push(`object ${index + 1} is a ${kind} without ${reader.needs}`);
  });
  return { pods, namespaces, nodes, problems };
}

/** Says what the bytes are that are no JSON text, where they are known. */
function foreignText(text: string): string | undefined {
  if (text.trim() === '') return 'is empty';
  if (text.includes('\0')) return 'is not UTF-8 text (a shell on Windows may have written UTF-16)';
  if (/^(apiVersion|kind|items|---)/m.test(text.slice(0, 200)) && !/^\s*[[{]/.test(text)) {
    return 'looks like YAML; ask for `-o json`';
  }
  return undefined;
}

/**
 * Reads `kubectl get pods,ns -o json`: a List, a PodList and the like, a single object, or several of them one after
 * another. Objects of other kinds are passed over.
 * @param path for messages
 * @param keep what is kept of pods beside their names; left out, no requests and no container ids
 * @throws GpuscopeError PODS_FILE_INVALID naming the file, what was found and what is allowed
 */
export function parsePodsFile(
  text: string,
  path: string,
  keep: Omit<PodReading, 'intern'> = {},
): PodsFile {
  const foreign = foreignText(text);
  if (foreign !== undefined) throw invalid(path, foreign);
  let documents: unknown[];
  try {
    documents = jsonDocuments(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof NotJson) throw invalid(path, error.message, error);
    throw error;
  }
  const found = documents.flatMap((document) => objectsOf(document, path));
  const file = collect(found, { ...keep, intern: createIntern() });
  if (found.length > 0 && file.pods.length + file.namespaces.length + file.nodes.length === 0) {
    const kinds = [...new Set(found.map(({ kind }) => kind || 'nothing with a kind'))].join(', ');
    throw invalid(path, file.problems[0] ?? `holds no Pod and no Namespace, but ${kinds}`);
  }
  return file;
}
