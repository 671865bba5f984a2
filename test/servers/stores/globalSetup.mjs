// Jest runs this once before the first test file of the suites "logs" and "slow". It starts no store yet: the first
// test file that asks for one does.
import { loadServers } from '../../../scripts/lib/servers.mjs';

const setUp = async () => {
  if (globalThis.gpuscopeStoreBroker !== undefined) return;
  const { sharedStoresVariable, startStoreBroker } = await loadServers();
  const broker = await startStoreBroker();
  process.env[sharedStoresVariable] = broker.url;
  globalThis.gpuscopeStoreBroker = broker;
};

export default setUp;
