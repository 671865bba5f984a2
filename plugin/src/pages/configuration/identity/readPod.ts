import { t } from '@grafana/i18n';
import type { NamespaceInfo, PodInfo, Subject } from '@gpuscope/aggregation';
import { parseAllDocuments } from 'yaml';
import { itemsOf, namespaceOf, objectOf, podOf, textsOf } from './objects.js';

/** A pod, with its namespace where that was written, too; or what keeps the text from being one. */
export type PodRead =
  { readonly subject: Extract<Subject, { kind: 'pod' }> } | { readonly problem: string };

type Json = Readonly<Record<string, unknown>>;

const isKind = (kind: string) => (object: Json) => object.kind === kind;

/** Nothing but names and values: a pod's labels, written without the pod. */
const isLabels = (object: Json): boolean =>
  Object.keys(object).length > 0 &&
  object.metadata === undefined &&
  Object.values(object).every((value) => typeof value !== 'object' || value === null);

const unnamed = (labels: Json): PodInfo => ({
  namespace: '',
  name: '',
  uid: '',
  node: '',
  phase: '',
  labels: textsOf(labels),
  annotations: new Map(),
});

/** The pod's namespace as it was written; for the names that need no more than its name, that will do. */
function namespaceFor(pod: PodInfo, written: Json | undefined): NamespaceInfo | undefined {
  const namespace = written === undefined ? undefined : namespaceOf(written);
  return namespace !== undefined && (pod.namespace === '' || pod.namespace === namespace.name)
    ? namespace
    : undefined;
}

function subjectOf(objects: readonly Json[]): PodRead {
  const written = objects.find(isKind('Pod'));
  const labels = objects.find(isLabels);
  const pod = written === undefined ? labels && unnamed(labels) : podOf(written);
  if (pod === undefined) {
    const problem = t(
      'config.identity.noPod',
      'There is no pod in this text: paste what "kubectl get pod … -o yaml" writes, or its labels.',
    );
    return { problem };
  }
  const namespace = namespaceFor(pod, objects.find(isKind('Namespace')));
  const named = pod.namespace === '' && namespace !== undefined;
  const whole = named ? { ...pod, namespace: namespace.name } : pod;
  return {
    subject: { kind: 'pod', pod: whole, ...(namespace === undefined ? {} : { namespace }) },
  };
}

/** Reads YAML or JSON of a pod, of a pod and its namespace (as a list or one after the other), or of labels alone. */
export function readPod(text: string): PodRead {
  // All values are texts, so that a version 1.10 stays what it is.
  const documents = parseAllDocuments(text, { schema: 'failsafe' });
  const all = 'empty' in documents ? [] : documents;
  const [error] = all.flatMap(({ errors }) => errors);
  if (error !== undefined) return { problem: error.message };
  try {
    return subjectOf(all.flatMap((document) => itemsOf(objectOf(document.toJS()))));
  } catch (unresolved) {
    // Aliases are followed only now: of nothing, or without end.
    return { problem: String((unresolved as Error).message) };
  }
}
