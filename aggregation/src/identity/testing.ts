import type { LocalSubject, NamespaceInfo, PodInfo, Subject } from './subject.js';

type Texts = Readonly<Record<string, string>>;

const map = (texts: Texts = {}) => new Map(Object.entries(texts));

export interface PodSketch {
  readonly namespace?: string;
  readonly name?: string;
  readonly labels?: Texts;
  readonly annotations?: Texts;
  /** `Kind/name` of the controlling owner. */
  readonly owner?: string;
}

export function sketchPod(sketch: PodSketch): PodInfo {
  const [kind, name] = (sketch.owner ?? '').split('/');
  const pod: PodInfo = {
    namespace: sketch.namespace ?? 'synthetic-ns',
    name: sketch.name ?? 'synthetic-pod',
    uid: '00000000-0000-4000-8000-000000000001',
    node: 'synthetic-node-1',
    phase: 'Running',
    labels: map(sketch.labels),
    annotations: map(sketch.annotations),
  };
  return kind !== undefined && name !== undefined ? { ...pod, owner: { kind, name } } : pod;
}

export function sketchNamespace(name: string, labels?: Texts, annotations?: Texts): NamespaceInfo {
  return { name, labels: map(labels), annotations: map(annotations) };
}

/** A pod with its namespace known. */
export function sketchSubject(
  pod: PodSketch,
  namespace: { readonly labels?: Texts; readonly annotations?: Texts } = {},
): Subject {
  const info = sketchPod(pod);
  return {
    kind: 'pod',
    pod: info,
    namespace: sketchNamespace(info.namespace, namespace.labels, namespace.annotations),
  };
}

/** Processes on a machine; what is not said is empty, and the machine is in no registry. */
export function sketchLocal(sketch: Partial<LocalSubject>): LocalSubject {
  const nothing = { user: '', group: '', unit: '', job: '', account: '' };
  return { kind: 'local', host: 'synthetic-vm-1', ...nothing, ...sketch };
}
