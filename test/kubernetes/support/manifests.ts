import { parseAllDocuments } from 'yaml';
import type { ApiResponse, KubernetesAccess } from '../../servers/index.js';

/** An object as it stands in a manifest. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [section: string]: unknown;
}

/** The part of a pod template that tests look at. */
export interface PodSpec {
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean;
  readonly containers: readonly Container[];
  readonly [key: string]: unknown;
}

export interface Container {
  readonly name: string;
  readonly args: readonly string[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly volumeMounts: readonly { readonly name: string; readonly readOnly?: boolean }[];
  readonly [key: string]: unknown;
}

/** Plural, and whether it lies in a namespace. */
const KINDS: Readonly<Record<string, readonly [plural: string, isNamespaced: boolean]>> = {
  Namespace: ['namespaces', false],
  ServiceAccount: ['serviceaccounts', true],
  ConfigMap: ['configmaps', true],
  Service: ['services', true],
  Pod: ['pods', true],
  DaemonSet: ['daemonsets', true],
  Deployment: ['deployments', true],
  ClusterRole: ['clusterroles', false],
  ClusterRoleBinding: ['clusterrolebindings', false],
  NetworkPolicy: ['networkpolicies', true],
  PodMonitor: ['podmonitors', true],
  ServiceMonitor: ['servicemonitors', true],
  PrometheusRule: ['prometheusrules', true],
};

/** The objects of a file; one that is no YAML, or holds something else, is an error. */
export function objectsOf(text: string): readonly KubernetesObject[] {
  return parseAllDocuments(text).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const object = document.toJS() as KubernetesObject | null;
    return object === null ? [] : [object];
  });
}

/** The only object of a kind whose name ends so. */
export function find(
  objects: readonly KubernetesObject[],
  kind: string,
  suffix = '',
): KubernetesObject {
  const found = objects.filter((one) => one.kind === kind && one.metadata.name.endsWith(suffix));
  const [object] = found;
  if (object === undefined || found.length > 1) {
    throw new Error(`${found.length} objects of kind ${kind} are named …${suffix}`);
  }
  return object;
}

export const podSpecOf = ({ spec }: KubernetesObject): PodSpec =>
  (spec as { readonly template: { readonly spec: PodSpec } }).template.spec;

/** A pod as the controller of a DaemonSet or Deployment would make it. */
export function podOf(object: KubernetesObject): KubernetesObject {
  const { template } = object.spec as { readonly template: KubernetesObject };
  const { name, namespace } = object.metadata;
  const metadata = { ...template.metadata, name, ...(namespace !== undefined && { namespace }) };
  return { ...template, apiVersion: 'v1', kind: 'Pod', metadata };
}

function collectionOf({ apiVersion, kind, metadata }: KubernetesObject, namespace: string): string {
  const known = KINDS[kind];
  if (known === undefined) throw new Error(`what is a ${kind}?`);
  const [plural, isNamespaced] = known;
  const base = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const where = isNamespaced ? `/namespaces/${metadata.namespace ?? namespace}` : '';
  return `${base}${where}/${plural}`;
}

interface Applying {
  readonly isDry: boolean;
  /** For objects that name none, as kubectl's --namespace. */
  readonly namespace?: string;
}

/** Server-side apply, as `kubectl apply --server-side --validate=strict`. Any status is an answer. */
export function apply(
  access: KubernetesAccess,
  object: KubernetesObject,
  { isDry, namespace = 'gpuscope' }: Applying,
): Promise<ApiResponse> {
  const query = `fieldManager=test&fieldValidation=Strict${isDry ? '&dryRun=All' : ''}`;
  const path = `${collectionOf(object, namespace)}/${object.metadata.name}?${query}`;
  return access.request('PATCH', path, object, { contentType: 'application/apply-patch+yaml' });
}

/** Makes a pod without keeping it, so that every admission is asked. */
export function dryPod(access: KubernetesAccess, pod: KubernetesObject): Promise<ApiResponse> {
  return access.request('POST', `${collectionOf(pod, 'default')}?dryRun=All`, pod);
}
