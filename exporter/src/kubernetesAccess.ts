import type { PodsSite, SourceSite } from '@gpuscope/aggregation';
import type { ExporterConfig } from './config.js';
import type { KubernetesClient } from './kubernetes/client.js';
import { createClient } from './kubernetes/client.js';
import { inClusterAccess } from './kubernetes/inCluster.js';
import { readKubeconfig } from './kubernetes/kubeconfig.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const isPodSource = (site: SourceSite): boolean => site.kind === 'dcgm' && site.at.kind === 'pod';

async function connect(pods: PodsSite, env: Environment): Promise<KubernetesClient> {
  if (pods.kind === 'kubernetes' && pods.kubeconfig !== undefined) {
    return createClient(await readKubeconfig(pods.kubeconfig, pods.context));
  }
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env;
  return createClient(inClusterAccess({ host, port }));
}

/**
 * A client of the cluster, where the configuration needs one: for the pods' names, or to find dcgm-exporter's pod.
 * @throws GpuscopeError CONFIG_INVALID when it needs one and there is no access
 */
export async function kubernetesFor(
  { exporter, role }: ExporterConfig,
  env: Environment,
): Promise<KubernetesClient | undefined> {
  const { pods, sources } = exporter;
  const needed = pods.kind === 'kubernetes' || (role === 'node' && sources.some(isPodSource));
  return needed ? connect(pods, env) : undefined;
}
