import { GpuscopeError } from '@gpuscope/aggregation';
import type { KubernetesAccess } from './access.js';
import { fileToken } from './token.js';

/** Where Kubernetes puts a pod's own credentials. */
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

export interface InClusterOptions {
  /** KUBERNETES_SERVICE_HOST; undefined outside a pod. */
  readonly host: string | undefined;
  /** KUBERNETES_SERVICE_PORT. */
  readonly port: string | undefined;
  readonly tokenFile?: string;
  readonly caFile?: string;
}

/**
 * Access with the pod's service account.
 * @throws GpuscopeError CONFIG_INVALID outside a pod
 */
export function inClusterAccess(options: InClusterOptions): KubernetesAccess {
  const { host, port } = options;
  if (host === undefined || host === '' || port === undefined || port === '') {
    throw new GpuscopeError(
      'CONFIG_INVALID',
      'KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set: this is no pod of a cluster; name a kubeconfig, or set exporter.pods to a file',
    );
  }
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    server: `https://${name}:${port}`,
    ca: { file: options.caFile ?? `${ACCOUNT}/ca.crt` },
    token: fileToken(options.tokenFile ?? `${ACCOUNT}/token`),
  };
}
