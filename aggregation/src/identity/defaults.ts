import type { IdentityRules, Rule } from './rules.js';

const label = (key: string, match?: string): Rule =>
  match === undefined ? { from: 'pod.label', key } : { from: 'pod.label', key, match };
const annotation = (key: string): Rule => ({ from: 'pod.annotation', key });
const HOST: Rule = { from: 'host' };

/** A service's name: without `.service` and without the instance behind an `@`; not a user's own systemd. */
const SERVICE = '^(?!user@)([^@]+)(?:@.*)?\\.service$';

/**
 * The rules a site has where gpuscope.yaml names none. What people write themselves comes before what a
 * platform generates, save where the platform writes a recommended label that names the platform. What the host
 * registry says of a machine comes before what its processes tell: an operator wrote it there.
 */
export const DEFAULT_IDENTITY: IdentityRules = {
  tenant: [
    // KubeSphere: the workspace that holds the project (namespace).
    { from: 'namespace.label', key: 'kubesphere.io/workspace' },
    // Elsewhere a namespace is one team's, as a Kubeflow profile is.
    { from: 'namespace.name' },
    // Machines without Kubernetes: the host registry.
    HOST,
    // Slurm: who pays for the job; by Unix user nobody is a tenant unless a site says so.
    { from: 'slurm.account' },
  ],
  app: [
    // KServe: the InferenceService; its pods' `app` label is a generated `isvc.<name>-predictor`.
    label('serving.kserve.io/inferenceservice'),
    // KubeRay: the cluster, without the suffix that a RayJob or RayService adds on each run; `app.kubernetes.io/name` says `kuberay` on every pod.
    label('ray.io/cluster', '^(.+?)(?:-raycluster-[a-z0-9]{5})?$'),
    // Kubernetes' recommended labels.
    label('app.kubernetes.io/name'),
    // The older custom, still what KubeSphere's console and most tutorials write.
    label('app'),
    // Kubeflow's training operator and MPI operator: PyTorchJob, TFJob, MPIJob, …
    label('training.kubeflow.org/job-name'),
    // JobSet, and Kubeflow Trainer v2 on top of it.
    label('jobset.sigs.k8s.io/jobset-name'),
    // Volcano: the vcjob.
    label('volcano.sh/job-name'),
    // Kueue: bare pods queued as one group.
    label('kueue.x-k8s.io/pod-group-name'),
    // Helm's release, where a chart sets no name.
    label('app.kubernetes.io/instance'),
    // Kubernetes itself: Deployment, StatefulSet, DaemonSet, CronJob, Job, or a custom resource.
    { from: 'pod.owner' },
    HOST,
    // Machines that nobody registered, or that run several things: the service.
    { from: 'process.unit', match: SERVICE },
  ],
  user: [
    // JupyterHub: the annotation holds the name as typed at login; the label below holds it escaped.
    annotation('hub.jupyter.org/username'),
    // JupyterHub versions and copies that set the label only.
    label('hub.jupyter.org/username'),
    // KubeRay's API server: whoever asked for the cluster.
    label('ray.io/user'),
    // KubeSphere's console writes the creator into a workload's pod template …
    annotation('kubesphere.io/creator'),
    // … and into the project.
    { from: 'namespace.annotation', key: 'kubesphere.io/creator' },
    // Kubeflow: the profile's owner.
    { from: 'namespace.annotation', key: 'owner' },
    HOST,
    // Machines that several people share, and Slurm's nodes: whose process it is.
    { from: 'process.user' },
  ],
};
