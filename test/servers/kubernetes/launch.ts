import { join } from 'node:path';
import { startProcess, type ServerProcess } from '../process.js';
import type { ClusterFiles } from './files.js';
import { requestOver } from './request.js';

const issuer = 'https://kubernetes.default.svc';
const deadlineMs = 180_000; // a loaded machine takes its time; an idle one needs three seconds

/** etcd on a Unix socket: no port that another process could hold. */
export function launchEtcd(program: string, files: ClusterFiles): Promise<ServerProcess> {
  const socket = `unix://${files.etcdSocket}`;
  // A member must name addresses of the form host:port for its peers; alone it never asks at them.
  const nobody = 'http://127.0.0.1:1';
  return startProcess({
    name: 'etcd',
    command: program,
    args: [
      'etcd',
      `--data-dir=${join(files.dir, 'etcd')}`,
      `--listen-client-urls=${socket}`,
      `--advertise-client-urls=${nobody}`,
      `--listen-peer-urls=unix://${files.dir}/peer.sock`,
      `--initial-advertise-peer-urls=${nobody}`,
      `--initial-cluster=default=${nobody}`,
      '--unsafe-no-fsync',
      '--log-level=warn',
    ],
    log: join(files.dir, 'etcd.log'),
    deadlineMs,
    isReady: async () => {
      const { status } = await requestOver({ socketPath: files.etcdSocket }, 'GET', '/health');
      return status === 200;
    },
  });
}

/** Only the server started here holds a certificate of this cluster's authority: TLS tells it from others. */
export function launchApiserver(
  program: string,
  files: ClusterFiles,
  port: number,
  flags: readonly string[],
): Promise<ServerProcess> {
  return startProcess({
    name: 'kube-apiserver',
    command: program,
    args: [
      'kube-apiserver',
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--etcd-servers=unix://${files.etcdSocket}`,
      `--cert-dir=${files.dir}`,
      `--tls-cert-file=${files.serverCert}`,
      `--tls-private-key-file=${files.serverKey}`,
      `--client-ca-file=${files.ca}`,
      `--service-account-issuer=${issuer}`,
      `--service-account-key-file=${files.accountKey}`,
      `--service-account-signing-key-file=${files.accountKey}`,
      '--authorization-mode=Node,RBAC',
      '--endpoint-reconciler-type=none',
      '--service-cluster-ip-range=10.0.0.0/24',
      '--shutdown-send-retry-after=false',
      ...flags,
    ],
    log: join(files.dir, 'apiserver.log'),
    deadlineMs,
    isReady: async () => {
      const { status } = await requestOver({ port, files }, 'GET', '/readyz');
      return status === 200;
    },
  });
}

/**
 * Every controller but those that need kubelets and a scheduler to keep their hands off: without heartbeats
 * they would taint the nodes and delete the pods of a test.
 */
const controllers = [
  '*',
  '-node-lifecycle-controller',
  '-taint-eviction-controller',
  '-pod-garbage-collector-controller',
  '-node-ipam-controller',
  '-device-taint-eviction-controller',
];

export function launchControllers(program: string, files: ClusterFiles): Promise<ServerProcess> {
  return startProcess({
    name: 'kube-controller-manager',
    command: program,
    args: [
      'kube-controller-manager',
      `--kubeconfig=${files.kubeconfig}`,
      `--service-account-private-key-file=${files.accountKey}`,
      `--root-ca-file=${files.ca}`,
      `--controllers=${controllers.join(',')}`,
      '--use-service-account-credentials=false',
      '--leader-elect=false',
      '--secure-port=0',
    ],
    log: join(files.dir, 'controllers.log'),
    deadlineMs,
    isReady: () => Promise.resolve(true), // it serves nothing; its work shows in the API
  });
}
