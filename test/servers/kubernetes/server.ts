import { writeFile } from 'node:fs/promises';
import { freePort } from '../freePort.js';
import { withFreePort, type ServerProcess } from '../process.js';
import { temporaryFolder } from '../temporaryFolder.js';
import { accessCluster, type ClusterAddress, type KubernetesAccess } from './access.js';
import { buildKubernetes } from './build.js';
import { compact } from './etcd.js';
import { clusterFiles, writeCredentials } from './files.js';
import { launchApiserver, launchControllers, launchEtcd } from './launch.js';

export interface KubernetesOptions {
  /** Further flags of kube-apiserver, for example `--watch-cache=false`: then `compact` makes old watches 410. */
  readonly flags?: readonly string[];
}

/** A cluster of one's own, to be broken at will. */
export interface KubernetesServer extends KubernetesAccess {
  readonly address: ClusterAddress;
  /** kill -9. Objects stay in etcd. */
  killApiserver(): Promise<void>;
  /** Starts it again at the same address; returns when it answers. */
  restartApiserver(): Promise<void>;
  /** The server keeps its connections and answers nothing, until `resumeApiserver`. */
  pauseApiserver(): void;
  resumeApiserver(): void;
  /** Forgets every old revision in etcd, so that a list or an uncached watch from one is answered 410 Gone. */
  compact(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts etcd, kube-apiserver (RBAC, TLS, service-account tokens) and kube-controller-manager on 127.0.0.1.
 * There are no kubelets and no scheduler: a test says itself where a pod runs and what its status is.
 *
 * @throws {Error} when it cannot be built or does not start, with the server's last words
 */
export async function startKubernetes(options: KubernetesOptions = {}): Promise<KubernetesServer> {
  const program = await buildKubernetes();
  const folder = await temporaryFolder('kubernetes');
  const files = clusterFiles(folder.path);
  const running: ServerProcess[] = [];
  const stop = async (): Promise<void> => {
    // The API server's clients first: it waits for them.
    for (const server of running.splice(0).reverse()) await server.stop();
    await folder.remove();
  };
  try {
    await writeCredentials(files);
    running.push(await launchEtcd(program, files));
    const flags = options.flags ?? [];
    const { apiserver, port } = await withFreePort(freePort, async (at) => ({
      port: at,
      apiserver: await launchApiserver(program, files, at, flags),
    }));
    running.push(apiserver);
    const address = { dir: folder.path, port };
    const access = accessCluster(address);
    await writeFile(files.kubeconfig, access.kubeconfig, { mode: 0o600 });
    running.push(await launchControllers(program, files));
    const restart = (): Promise<ServerProcess> => launchApiserver(program, files, port, flags);
    return {
      ...access,
      address,
      ...apiserverControl(running, restart),
      compact: () => compact(files.etcdSocket),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param running etcd, kube-apiserver and the controllers, in this order */
function apiserverControl(
  running: ServerProcess[],
  restart: () => Promise<ServerProcess>,
): Pick<
  KubernetesServer,
  'killApiserver' | 'restartApiserver' | 'pauseApiserver' | 'resumeApiserver'
> {
  const apiserver = (): ServerProcess => {
    const found = running[1];
    if (found === undefined) throw new Error('the cluster has been stopped');
    return found;
  };
  return {
    killApiserver: () => apiserver().kill(),
    restartApiserver: async () => {
      await apiserver().kill();
      running[1] = await restart();
    },
    pauseApiserver: () => void process.kill(apiserver().pid, 'SIGSTOP'),
    resumeApiserver: () => void process.kill(apiserver().pid, 'SIGCONT'),
  };
}
