/** A job as a prolog's file names it. */
export interface ListedJob {
  readonly job: string;
  /** Whose job it is. */
  readonly uid?: number;
  readonly account?: string;
}

/** Which device a prolog's file is about. */
export type ListedDevice =
  | { readonly by: 'uuid' | 'migUuid'; readonly uuid: string }
  | { readonly by: 'index'; readonly index: number; readonly gpuInstance?: number };

/** Ids of Slurm (`9876`, `9876_3`, `9876+1`), PBS (`12.server`) and the like. */
const JOB = /^[\w.+[\]-]{1,64}$/;
const UID = /^\d{1,10}$/;
const ACCOUNT = /^[\w.@+-]{1,128}$/;

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Slurm numbers jobs from 1; 0 is written where there is none. */
const isJob = (word: string): boolean => JOB.test(word) && word !== '0';

/**
 * Files of /run/gpustat, as Princeton's jobstats has them written: `<job> <uid>` in a line. An account may follow, which
 * is ours.
 */
export function parseGpustat(text: string): ListedJob[] {
  return text.split('\n').flatMap((line) => {
    const [job = '', uid = '', account = ''] = words(line);
    if (!isJob(job)) return [];
    return [
      {
        job,
        ...(UID.test(uid) && { uid: Number(uid) }),
        ...(ACCOUNT.test(account) && { account }),
      },
    ];
  });
}

/** Files of the folder that dcgm-exporter reads (`--hpc-job-mapping-dir`): ids of jobs, a line or a word each. */
export const parseJobMapping = (text: string): ListedJob[] =>
  words(text)
    .filter(isJob)
    .map((job) => ({ job }));

const INDEX = /^(\d{1,4})(?:\.(\d{1,4}))?$/;
const UUID = /^(GPU|MIG)-[\w.-]{1,80}$/;

/** A file's name: the GPU's index (`0`), one with a GPU instance (`0.3`), `GPU-…` or `MIG-…`; undefined for any other. */
export function listedDevice(name: string): ListedDevice | undefined {
  const [, index, gpuInstance] = INDEX.exec(name) ?? [];
  if (index !== undefined) {
    const instance = gpuInstance === undefined ? {} : { gpuInstance: Number(gpuInstance) };
    return { by: 'index', index: Number(index), ...instance };
  }
  const kind = UUID.exec(name)?.[1];
  return kind === undefined ? undefined : { by: kind === 'GPU' ? 'uuid' : 'migUuid', uuid: name };
}
