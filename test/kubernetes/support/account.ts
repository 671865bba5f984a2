import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesAccess } from '../../servers/index.js';

/** A rule of a ClusterRole. */
export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const reading = (resource: string): Rule => ({
  apiGroups: [''],
  resources: [resource],
  verbs: ['list', 'watch'],
});

/** What the exporter asks for, in both roles, and not a right more. */
export const exporterRules: readonly Rule[] = ['pods', 'namespaces', 'nodes'].map(reading);

const rbac = '/apis/rbac.authorization.k8s.io/v1';

/** Gives a service account these rights in the whole cluster, under a role of this name. */
export async function grant(
  access: KubernetesAccess,
  name: string,
  account: { readonly namespace: string; readonly name: string },
  rules: readonly Rule[],
): Promise<void> {
  const metadata = { name };
  await access.must('POST', `${rbac}/clusterroles`, { metadata, rules });
  await access.must('POST', `${rbac}/clusterrolebindings`, {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', ...account }],
  });
}

/** A kubeconfig whose token lies in the file `token` beside it. Returns both paths. */
export async function writeAccount(
  dir: string,
  server: string,
  caPem: string,
  token: string,
): Promise<{ readonly kubeconfig: string; readonly token: string }> {
  const paths = { kubeconfig: join(dir, 'kubeconfig'), token: join(dir, 'token') };
  const ca = Buffer.from(caPem).toString('base64');
  await writeFile(paths.token, token);
  await writeFile(
    paths.kubeconfig,
    JSON.stringify({
      'current-context': 'synthetic',
      contexts: [{ name: 'synthetic', context: { cluster: 'synthetic', user: 'account' } }],
      clusters: [{ name: 'synthetic', cluster: { server, 'certificate-authority-data': ca } }],
      users: [{ name: 'account', user: { tokenFile: 'token' } }],
    }),
  );
  return paths;
}
