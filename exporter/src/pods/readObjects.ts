import type { NamespaceInfo, PodInfo } from '@gpuscope/aggregation';
import type { Json } from '../kubernetes/json.js';
import { listOf, objectOf, secondsOf, textOf } from '../kubernetes/json.js';
import { containerIds } from './containerIds.js';
import type { Intern } from './intern.js';
import { effectiveRequests } from './requests.js';

/** How pods are trimmed. */
export interface PodReading {
  readonly intern: Intern;
  /** Resource names of which a pod's requests are kept; left out, none are. */
  readonly keepRequest?: (resource: string) => boolean;
  /** Whether the ids of a pod's containers are kept. */
  readonly keepContainers?: boolean;
}

/** Annotations longer than this name nobody: specifications, logs, whole manifests. */
const LONGEST_ANNOTATION = 4096;

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

function texts(value: unknown, intern: Intern, longest = Infinity): ReadonlyMap<string, string> {
  const entries = Object.entries(objectOf(value)).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' &&
      entry[1].length <= longest &&
      entry[0] !== 'kubectl.kubernetes.io/last-applied-configuration',
  );
  if (entries.length === 0) return NO_TEXTS;
  return new Map(entries.map(([key, text]) => [intern(key), intern(text)]));
}

function ownerOf(metadata: Json, intern: Intern): PodInfo['owner'] {
  const owner = listOf(metadata['ownerReferences'])
    .map(objectOf)
    .find(({ controller }) => controller === true);
  if (owner === undefined) return undefined;
  return { kind: intern(textOf(owner['kind'])), name: intern(textOf(owner['name'])) };
}

/** A pod as the API prints it, cut down to what we need; undefined when it has no name or no namespace. */
export function readPod(object: unknown, reading: PodReading): PodInfo | undefined {
  const { intern, keepRequest, keepContainers = false } = reading;
  const { metadata, spec, status } = objectOf(object);
  const about = objectOf(metadata);
  const [name, namespace] = [textOf(about['name']), textOf(about['namespace'])];
  if (name === '' || namespace === '') return undefined;
  const owner = ownerOf(about, intern);
  const startSeconds = secondsOf(objectOf(status)['startTime']);
  const requests = keepRequest && effectiveRequests(objectOf(spec), keepRequest);
  return {
    namespace: intern(namespace),
    name,
    uid: textOf(about['uid']),
    node: intern(textOf(objectOf(spec)['nodeName'])),
    phase: intern(textOf(objectOf(status)['phase'])),
    labels: texts(about['labels'], intern),
    annotations: texts(about['annotations'], intern, LONGEST_ANNOTATION),
    ...(owner !== undefined && { owner }),
    ...(startSeconds !== undefined && { startSeconds }),
    ...(requests !== undefined && requests.size > 0 && { requests }),
    ...(keepContainers && { containers: containerIds(objectOf(status), intern) }),
  };
}

/** A namespace, whole or as metadata only; undefined when it has no name. */
export function readNamespace(object: unknown, intern: Intern): NamespaceInfo | undefined {
  const about = objectOf(objectOf(object)['metadata']);
  const name = textOf(about['name']);
  if (name === '') return undefined;
  const createdSeconds = secondsOf(about['creationTimestamp']);
  return {
    name: intern(name),
    labels: texts(about['labels'], intern),
    annotations: texts(about['annotations'], intern, LONGEST_ANNOTATION),
    ...(createdSeconds !== undefined && { createdSeconds }),
  };
}

/** A node's name and labels. */
export interface NodeInfo {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
}

export function readNode(object: unknown, intern: Intern): NodeInfo | undefined {
  const about = objectOf(objectOf(object)['metadata']);
  const name = textOf(about['name']);
  return name === '' ? undefined : { name, labels: texts(about['labels'], intern) };
}
