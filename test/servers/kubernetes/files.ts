import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthority } from '../certificates.js';

/** Where the files of one cluster lie. */
export interface ClusterFiles {
  readonly dir: string;
  readonly ca: string;
  readonly serverCert: string;
  readonly serverKey: string;
  readonly adminCert: string;
  readonly adminKey: string;
  readonly accountKey: string;
  readonly etcdSocket: string;
  readonly kubeconfig: string;
}

export function clusterFiles(dir: string): ClusterFiles {
  const at = (name: string): string => join(dir, name);
  return {
    dir,
    ca: at('ca.pem'),
    serverCert: at('server.pem'),
    serverKey: at('server-key.pem'),
    adminCert: at('admin.pem'),
    adminKey: at('admin-key.pem'),
    accountKey: at('account-key.pem'),
    etcdSocket: at('etcd.sock'),
    kubeconfig: at('kubeconfig.json'),
  };
}

/** Makes the certificates and keys of a new cluster: server, administrator, and what signs account tokens. */
export async function writeCredentials(files: ClusterFiles): Promise<void> {
  const authority = createAuthority('synthetic-kubernetes-ca');
  const server = authority.issue({
    commonName: 'kube-apiserver',
    hosts: ['127.0.0.1', 'localhost', 'kubernetes.default.svc'],
    usage: 'server',
  });
  const admin = authority.issue({
    commonName: 'synthetic-admin',
    organizations: ['system:masters'],
    usage: 'client',
  });
  const account = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const texts: readonly (readonly [string, string])[] = [
    [files.ca, authority.certPem],
    [files.serverCert, server.certPem],
    [files.serverKey, server.keyPem],
    [files.adminCert, admin.certPem],
    [files.adminKey, admin.keyPem],
    [files.accountKey, account.export({ type: 'pkcs8', format: 'pem' }).toString()],
  ];
  for (const [path, text] of texts) await writeFile(path, text, { mode: 0o600 });
}

/** A kubeconfig for the administrator; JSON, which every reader of YAML takes. */
export function kubeconfig(files: ClusterFiles, url: string): string {
  const base64 = (path: string): string => readFileSync(path).toString('base64');
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'synthetic',
    contexts: [{ name: 'synthetic', context: { cluster: 'synthetic', user: 'admin' } }],
    clusters: [
      {
        name: 'synthetic',
        cluster: { server: url, 'certificate-authority-data': base64(files.ca) },
      },
    ],
    users: [
      {
        name: 'admin',
        user: {
          'client-certificate-data': base64(files.adminCert),
          'client-key-data': base64(files.adminKey),
        },
      },
    ],
  });
}
