import type { HolderReport, NvmlSnapshot, ProcessesHolderSite } from '@gpuscope/aggregation';
import type { NvmlClient } from '../../nvml/client.js';
import type { HolderSource, PodDirectory } from '../../ports.js';
import { parseGpustat, parseJobMapping } from '../../proc/jobFile.js';
import type { JobFolder } from '../../proc/jobFolder.js';
import { readJobFolder } from '../../proc/jobFolder.js';
import type { UserNames } from '../../proc/userNames.js';
import type { JobBook } from './jobBook.js';
import { asHolderError, refuseBlind } from './refusal.js';
import { toReport } from './report.js';

export interface ProcessesHolderOptions {
  readonly site: Pick<ProcessesHolderSite, 'gpustat' | 'jobMapping'>;
  readonly host: string;
  /** Shared with the source `nvml`, so that both speak of the same look; closed with this. */
  readonly nvml: NvmlClient;
  /** How old a look may be to be this cycle's. */
  readonly lookMaxAgeMs: number;
  readonly pods: Pick<PodDirectory, 'podByUid'>;
  readonly users: UserNames;
  /** Whether nothing else on this machine knows who holds a device. */
  readonly sole: boolean;
}

async function look(
  { nvml, lookMaxAgeMs }: ProcessesHolderOptions,
  signal: AbortSignal,
): Promise<NvmlSnapshot> {
  try {
    return await nvml.snapshot(lookMaxAgeMs, signal);
  } catch (error) {
    throw asHolderError(error);
  }
}

/** In order of trust: jobstats' folder names the user too. */
function readFolders({ site }: ProcessesHolderOptions): Promise<JobFolder[]> {
  const { gpustat, jobMapping } = site;
  const mapping = jobMapping === undefined ? [] : [readJobFolder(jobMapping, parseJobMapping)];
  return Promise.all([readJobFolder(gpustat, parseGpustat), ...mapping]);
}

/**
 * Says who holds a device by the processes that are on it: pods, Slurm jobs, system units and users. Prologs' folders
 * tell of jobs that hold a device and run nothing on it.
 *
 * A report throws HOLDER_REFUSED where processes can't be seen, HOLDER_UNREACHABLE or HOLDER_TIMEOUT where the driver
 * does not answer.
 */
export function createProcessesHolder(options: ProcessesHolderOptions): HolderSource {
  let jobs: JobBook = new Map();
  let slurmSeen = false;
  return {
    name: 'processes',
    async report(_telemetry, signal): Promise<HolderReport> {
      const [snapshot, folders] = await Promise.all([look(options, signal), readFolders(options)]);
      refuseBlind(snapshot);
      const made = await toReport({ ...options, snapshot, folders, jobs, slurmSeen });
      jobs = made.jobs;
      slurmSeen = made.slurmSeen;
      return made.report;
    },
    close: () => options.nvml.close(),
  };
}
