import { DEFAULT_IDENTITY } from './defaults.js';
import { checkRule } from './check.js';
import { resolverOf } from './resolve.js';
import { IDENTITY_NAMES } from './rules.js';
import type { Subject } from './subject.js';
import { sketchLocal, sketchSubject } from './testing.js';

interface Platform {
  readonly platform: string;
  readonly subject: Subject;
  readonly expected: readonly [tenant: string, app: string, user: string];
}

// Names are invented; keys and forms are those the platforms' controllers write.
const PLATFORMS: readonly Platform[] = [
  {
    platform: 'KubeSphere, a Deployment made in the console',
    subject: sketchSubject(
      {
        namespace: 'synthetic-ocr-prod',
        labels: { app: 'ocr', 'pod-template-hash': '7d4b9c6f5' },
        annotations: { 'kubesphere.io/creator': 'li.wei' },
        owner: 'ReplicaSet/ocr-v1-7d4b9c6f5',
      },
      {
        labels: { 'kubesphere.io/workspace': 'risk', 'kubesphere.io/namespace': 'x' },
        annotations: { 'kubesphere.io/creator': 'admin' },
      },
    ),
    expected: ['risk', 'ocr', 'li.wei'],
  },
  {
    platform: 'KubeSphere, kubectl: the project knows the creator',
    subject: sketchSubject(
      { owner: 'Job/report-29012345' },
      {
        labels: { 'kubesphere.io/workspace': 'risk' },
        annotations: { 'kubesphere.io/creator': 'wang' },
      },
    ),
    expected: ['risk', 'report', 'wang'],
  },
  {
    platform: 'a Helm chart with recommended labels',
    subject: sketchSubject({
      namespace: 'synthetic-search',
      labels: { 'app.kubernetes.io/name': 'vllm', 'app.kubernetes.io/instance': 'vllm-blue' },
      owner: 'StatefulSet/vllm-blue',
    }),
    expected: ['synthetic-search', 'vllm', ''],
  },
  {
    platform: 'Volcano',
    subject: sketchSubject({
      name: 'synthetic-train-worker-0',
      labels: {
        'volcano.sh/job-name': 'synthetic-train',
        'volcano.sh/queue-name': 'gold',
        'volcano.sh/task-spec': 'worker',
      },
      owner: 'Job/synthetic-train',
    }),
    expected: ['synthetic-ns', 'synthetic-train', ''],
  },
  {
    platform: 'Kueue, a group of bare pods',
    subject: sketchSubject({
      name: 'synthetic-nccl-1',
      labels: {
        'kueue.x-k8s.io/queue-name': 'team-queue',
        'kueue.x-k8s.io/pod-group-name': 'synthetic-nccl',
        'kueue.x-k8s.io/managed': 'true',
      },
    }),
    expected: ['synthetic-ns', 'synthetic-nccl', ''],
  },
  {
    platform: 'Kueue, a Job in a queue',
    subject: sketchSubject({
      labels: { 'batch.kubernetes.io/job-name': 'synthetic-sweep', 'job-name': 'synthetic-sweep' },
      owner: 'Job/synthetic-sweep',
    }),
    expected: ['synthetic-ns', 'synthetic-sweep', ''],
  },
  {
    platform: 'Kubeflow, a PyTorchJob in a profile',
    subject: sketchSubject(
      {
        namespace: 'synthetic-alice',
        name: 'synthetic-bert-master-0',
        labels: {
          'training.kubeflow.org/job-name': 'synthetic-bert',
          'training.kubeflow.org/operator-name': 'pytorchjob-controller',
          'training.kubeflow.org/replica-type': 'master',
        },
        owner: 'PyTorchJob/synthetic-bert',
      },
      {
        labels: { 'app.kubernetes.io/part-of': 'kubeflow-profile' },
        annotations: { owner: 'alice@example.com' },
      },
    ),
    expected: ['synthetic-alice', 'synthetic-bert', 'alice@example.com'],
  },
  {
    platform: 'JupyterHub',
    subject: sketchSubject({
      namespace: 'synthetic-jhub',
      name: 'jupyter-alice-40example-2ecom',
      labels: {
        app: 'jupyterhub',
        component: 'singleuser-server',
        'hub.jupyter.org/username': 'alice-40example-2ecom',
      },
      annotations: { 'hub.jupyter.org/username': 'alice@example.com' },
    }),
    expected: ['synthetic-jhub', 'jupyterhub', 'alice@example.com'],
  },
  {
    platform: 'JupyterHub with the label only',
    subject: sketchSubject({
      labels: { app: 'jupyterhub', 'hub.jupyter.org/username': 'bob' },
    }),
    expected: ['synthetic-ns', 'jupyterhub', 'bob'],
  },
  {
    platform: 'Ray, a RayService',
    subject: sketchSubject({
      labels: {
        'app.kubernetes.io/name': 'kuberay',
        'app.kubernetes.io/created-by': 'kuberay-operator',
        'ray.io/cluster': 'synthetic-llm-raycluster-x7k2p',
        'ray.io/node-type': 'worker',
        'ray.io/user': 'carol',
      },
      owner: 'RayCluster/synthetic-llm-raycluster-x7k2p',
    }),
    expected: ['synthetic-ns', 'synthetic-llm', 'carol'],
  },
  {
    platform: 'Ray, a RayCluster of its own',
    subject: sketchSubject({
      labels: { 'app.kubernetes.io/name': 'kuberay', 'ray.io/cluster': 'synthetic-shared' },
      owner: 'RayCluster/synthetic-shared',
    }),
    expected: ['synthetic-ns', 'synthetic-shared', ''],
  },
  {
    platform: 'KServe',
    subject: sketchSubject({
      labels: {
        app: 'isvc.synthetic-iris-predictor',
        component: 'predictor',
        'serving.kserve.io/inferenceservice': 'synthetic-iris',
        'pod-template-hash': '5f6',
      },
      owner: 'ReplicaSet/synthetic-iris-predictor-5f6',
    }),
    expected: ['synthetic-ns', 'synthetic-iris', ''],
  },
  {
    platform: 'JobSet',
    subject: sketchSubject({
      labels: {
        'jobset.sigs.k8s.io/jobset-name': 'synthetic-pretrain',
        'jobset.sigs.k8s.io/replicatedjob-name': 'workers',
        'jobset.sigs.k8s.io/job-index': '3',
      },
      owner: 'Job/synthetic-pretrain-workers-3',
    }),
    expected: ['synthetic-ns', 'synthetic-pretrain', ''],
  },
  {
    platform: 'a machine of the host registry',
    subject: {
      kind: 'host',
      host: 'synthetic-vm-1',
      entry: { tenant: 'risk', app: 'ocr-batch', user: 'li.wei' },
    },
    expected: ['risk', 'ocr-batch', 'li.wei'],
  },
  {
    platform: 'a machine that nobody registered: a shell of a user',
    subject: sketchLocal({ user: 'li.wei', group: 'staff' }),
    expected: ['', '', 'li.wei'],
  },
  {
    platform: 'a machine that nobody registered: a service',
    subject: sketchLocal({ user: 'vllm', group: 'vllm', unit: 'vllm.service' }),
    expected: ['', 'vllm', 'vllm'],
  },
  {
    platform: 'one of several of a service',
    subject: sketchLocal({ user: 'root', group: 'root', unit: 'triton@gpu0.service' }),
    expected: ['', 'triton', 'root'],
  },
  {
    platform: 'a registered machine that several people use',
    subject: sketchLocal({
      user: 'wang',
      unit: 'vllm.service',
      entry: { tenant: 'risk', app: '', user: '' },
    }),
    expected: ['risk', 'vllm', 'wang'],
  },
  {
    platform: 'a machine that is registered as lent to somebody, whatever user it runs as',
    subject: sketchLocal({
      user: 'root',
      unit: 'ocr.service',
      entry: { tenant: 'risk', app: 'ocr-batch', user: 'li.wei' },
    }),
    expected: ['risk', 'ocr-batch', 'li.wei'],
  },
  {
    platform: 'Slurm',
    subject: sketchLocal({ user: 'carol', group: 'users', job: '4711', account: 'physics' }),
    expected: ['physics', '', 'carol'],
  },
];

describe('DEFAULT_IDENTITY', () => {
  const resolver = resolverOf(DEFAULT_IDENTITY);

  it.each(PLATFORMS)('names $platform', ({ subject, expected }) => {
    const { tenant, app, user } = resolver(subject);
    expect([tenant, app, user]).toEqual(expected);
  });

  it('holds no rule that the checks refuse, and none that is never asked', () => {
    for (const name of IDENTITY_NAMES) {
      const rules = DEFAULT_IDENTITY[name];
      expect(rules.flatMap((rule) => checkRule(rule, name))).toEqual([]);
      expect(new Set(rules.map((rule) => JSON.stringify(rule))).size).toBe(rules.length);
    }
  });

  it.each(['session-3.scope', 'user@1000.service', 'docker-0123.scope', 'gpu.slice'])(
    'takes %s for no app: it names no service',
    (unit) => expect(resolver(sketchLocal({ unit })).app).toBe(''),
  );

  it('gives a bare pod without labels no app and no user', () => {
    const { app, user } = resolver(sketchSubject({}));
    expect([app, user]).toEqual(['', '']);
  });
});
