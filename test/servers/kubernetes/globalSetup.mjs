// Jest starts this once before the first test file of the suite "kubernetes".
import { loadServers } from '../../../scripts/lib/servers.mjs';

const setUp = async () => {
  const { sharedClusterVariable, startKubernetes } = await loadServers();
  const cluster = await startKubernetes();
  process.env[sharedClusterVariable] = JSON.stringify(cluster.address);
  globalThis.gpuscopeSharedCluster = cluster;
};

export default setUp;
