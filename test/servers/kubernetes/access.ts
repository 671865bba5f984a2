import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFiles, kubeconfig } from './files.js';
import { requestOver, type ApiRequestOptions, type ApiResponse } from './request.js';

/** Enough to find a running cluster again, in another process too. */
export interface ClusterAddress {
  readonly dir: string;
  readonly port: number;
}

export interface Metadata {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** How a test talks to a cluster. */
export interface KubernetesAccess {
  /** `https://127.0.0.1:<port>` */
  readonly url: string;
  readonly caPem: string;
  readonly caFile: string;
  /** The administrator's client certificate (group system:masters). */
  readonly adminCertPem: string;
  readonly adminKeyPem: string;
  /** For the administrator; JSON, which is YAML. */
  readonly kubeconfig: string;
  /** One request, as the administrator unless a token is given. Any status is an answer, not an error. */
  request(
    method: string,
    path: string,
    body?: unknown,
    options?: ApiRequestOptions,
  ): Promise<ApiResponse>;
  /** As `request`, but a status of 400 or more is an error that quotes the answer. */
  must(method: string, path: string, body?: unknown, options?: ApiRequestOptions): Promise<unknown>;
  /** Makes a namespace and waits until pods can be made in it. */
  createNamespace(name: string, metadata?: Metadata): Promise<void>;
  /**
   * A token for a service account, which is made when it is not there.
   * @param seconds its life. From 600 on the API issues it; a shorter one, which the API refuses to issue, is
   *   signed here with the cluster's key. The server remembers a token it has accepted for up to 10 s.
   */
  createServiceAccountToken(namespace: string, name: string, seconds?: number): Promise<string>;
}

export function accessCluster({ dir, port }: ClusterAddress): KubernetesAccess {
  const files = clusterFiles(dir);
  const url = `https://127.0.0.1:${port}`;
  const request: KubernetesAccess['request'] = (method, path, body, options) =>
    requestOver({ port, files }, method, path, body, options);
  const must: KubernetesAccess['must'] = async (method, path, body, options) => {
    const answer = await request(method, path, body, options);
    if (answer.status < 400) return answer.body;
    const said = JSON.stringify(answer.body).slice(0, 1000);
    throw new Error(`${method} ${path} was answered with ${answer.status}: ${said}`);
  };
  const access: KubernetesAccess = {
    url,
    caPem: readFileSync(files.ca, 'utf8'),
    caFile: files.ca,
    adminCertPem: readFileSync(files.adminCert, 'utf8'),
    adminKeyPem: readFileSync(files.adminKey, 'utf8'),
    kubeconfig: kubeconfig(files, url),
    request,
    must,
    createNamespace: async (name, metadata = {}) => {
      const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...metadata } };
      await must('POST', '/api/v1/namespaces', body);
      await waitForDefaultAccount(access, name);
    },
    createServiceAccountToken: async (namespace, name, seconds = 3600) => {
      const uid = await ensureAccount(access, namespace, name);
      if (seconds >= 600) return askForToken(access, namespace, name, seconds);
      return signToken(readFileSync(files.accountKey, 'utf8'), { namespace, name, uid, seconds });
    },
  };
  return access;
}

/** Pods are refused until the controller manager has given the namespace its account "default". */
async function waitForDefaultAccount(access: KubernetesAccess, namespace: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if ((await access.request('GET', path)).status === 200) return;
    await sleep(100);
  }
  throw new Error(`namespace ${namespace} got no service account within a minute`);
}

async function ensureAccount(
  access: KubernetesAccess,
  namespace: string,
  name: string,
): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  const found = await access.request('GET', `${path}/${name}`);
  const account =
    found.status === 200
      ? found.body
      : await access.must('POST', path, {
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { name },
        });
  return (account as { metadata: { uid: string } }).metadata.uid;
}

async function askForToken(
  access: KubernetesAccess,
  namespace: string,
  name: string,
  seconds: number,
): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
  const answer = await access.must('POST', path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: seconds },
  });
  return (answer as { status: { token: string } }).status.token;
}

/** Seconds by which the API server lets a token outlive its `exp`, for clocks that differ. */
const leeway = 60;

interface TokenClaims {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly seconds: number;
}

/** A token with the claims that TokenRequest writes, signed with the cluster's own key. */
function signToken(keyPem: string, { namespace, name, uid, seconds }: TokenClaims): string {
  const issuer = 'https://kubernetes.default.svc';
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: [issuer],
    sub: `system:serviceaccount:${namespace}:${name}`,
    iat: now - 2 * leeway,
    nbf: now - 2 * leeway,
    exp: now + seconds - leeway,
    jti: randomUUID(),
    'kubernetes.io': { namespace, serviceaccount: { name, uid } },
  };
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(text), createPrivateKey(keyPem));
  return `${text}.${signature.toString('base64url')}`;
}
