/** What a path says of a Slurm job. */
export interface SlurmGroup {
  readonly job: string;
  /** `0`, `batch`, `extern`, `interactive`; empty where the path does not tell. */
  readonly step: string;
  /** Whose job it is; version 2's paths do not say. */
  readonly uid?: number;
}

/** Several slurmd on one machine put their names into it. */
const V1_ROOT = /^slurm(?:_[\w.-]+)?$/;
const V2_ROOT = /^(?:[\w.-]+_)?slurmstepd\.scope$/;

const UID = /^uid_(\d{1,10})$/;
const JOB = /^job_(\d{1,20})$/;
const STEP = /^step_([\w.+-]{1,64})$/;

function jobAt(parts: readonly string[]): Omit<SlurmGroup, 'uid'> | undefined {
  const job = JOB.exec(parts[0] ?? '')?.[1];
  return job === undefined ? undefined : { job, step: STEP.exec(parts[1] ?? '')?.[1] ?? '' };
}

/**
 * The job that `parts` begin with: `slurm[_node]/uid_U/job_N/step_S` (version 1) or `[node_]slurmstepd.scope/job_N/step_S`
 * (version 2).
 */
export function slurmAt(parts: readonly string[]): SlurmGroup | undefined {
  const [root = '', owner = ''] = parts;
  if (V2_ROOT.test(root)) return jobAt(parts.slice(1));
  const uid = V1_ROOT.test(root) ? UID.exec(owner)?.[1] : undefined;
  const job = uid === undefined ? undefined : jobAt(parts.slice(2));
  return job === undefined ? undefined : { ...job, uid: Number(uid) };
}
