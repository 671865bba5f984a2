import { accessCluster, type ClusterAddress, type KubernetesAccess } from './access.js';

/** The environment variable that hands a running cluster's address to test files. */
export const sharedClusterVariable = 'GPUSCOPE_TEST_KUBERNETES';

/**
 * The cluster that was started once for the whole run. It is everybody's: make namespaces and nodes with
 * names of your own, and leave its servers alone (`startKubernetes` gives one to break).
 */
export function sharedKubernetes(): KubernetesAccess {
  const text = process.env[sharedClusterVariable];
  if (text === undefined) {
    throw new Error(
      `${sharedClusterVariable} is not set: only the suite "kubernetes" has a cluster`,
    );
  }
  return accessCluster(JSON.parse(text) as ClusterAddress);
}
