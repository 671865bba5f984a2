import type { Claim, HolderReport, NvmlSnapshot } from '@gpuscope/aggregation';
import type { JobFolder } from '../../proc/jobFolder.js';
import type { UserNames } from '../../proc/userNames.js';
import { claimsOf } from './claims.js';
import { deviceFiguresOf, figuresOf } from './figures.js';
import { lookAt, refKey } from './found.js';
import type { Found } from './found.js';
import type { Naming } from './holderOf.js';
import { jobHolder } from './holderOf.js';
import type { JobBook } from './jobBook.js';
import { bookOf, jobsOnDevices } from './jobBook.js';
import type { NamedProcess } from './named.js';
import { countUnplaced, nameAll } from './named.js';

export interface ReportInput extends Pick<Naming, 'host' | 'pods'> {
  readonly snapshot: NvmlSnapshot;
  readonly folders: readonly JobFolder[];
  readonly users: UserNames;
  readonly sole: boolean;
  /** What the report before knew. */
  readonly jobs: JobBook;
  readonly slurmSeen: boolean;
}

export interface MadeReport {
  readonly report: HolderReport;
  readonly jobs: JobBook;
  /** Whether a job of Slurm was ever seen here. */
  readonly slurmSeen: boolean;
}

const isSlurms = ({ place }: Found): boolean => place.kind === 'slurm';

/** Every user that a name may be needed of. */
function uidsOf(found: readonly Found[], jobs: JobBook): number[] {
  const ofJobs = [...jobs.values()].flatMap(({ uid }) => uid ?? []);
  return [...ofJobs, ...found.flatMap(({ place }) => ('uid' in place ? place.uid : []))];
}

/**
 * A device without processes is free only where nobody can hold it otherwise: nothing else hands out devices, every list
 * was read and every prolog's file too, every process on a device that is not claimed was placed, and no Slurm hands out
 * devices without telling.
 */
function silenceIsFree(
  { sole, snapshot, folders }: ReportInput,
  slurmSeen: boolean,
  processes: readonly NamedProcess[],
  claims: readonly Claim[],
): boolean {
  const claimed = new Set(claims.map(({ device }) => refKey(device)));
  const stranger = processes.some(
    ({ key, holder, process }) => holder === undefined && !process.ended && !claimed.has(key),
  );
  const told = folders.some(({ exists }) => exists);
  const readable = folders.every(({ problems }) => problems.length === 0);
  const listed = snapshot.devices.every((device) => device.processes !== undefined);
  return sole && listed && readable && !stranger && (told || !slurmSeen);
}

/** What a look and the prologs' folders say of holders. Waits for names of users, a moment at most. */
export async function toReport(input: ReportInput): Promise<MadeReport> {
  const { snapshot, folders, users, host, pods } = input;
  const { found, looked } = lookAt(snapshot);
  const listed = folders.flatMap(({ devices }) => devices.flatMap((one) => one.jobs));
  const jobs = bookOf(listed, found, input.jobs);
  const given = jobsOnDevices(
    folders.map(({ devices }) => devices),
    snapshot.devices,
  );
  await users.learn(uidsOf(found, jobs));
  const naming: Naming = { host, pods, users, jobs };
  const processes = nameAll(found, naming);
  const holds = given.map(({ device, job }) => ({ device, holder: jobHolder(naming, job) }));
  const claims = claimsOf(processes, holds);
  const slurmSeen = input.slurmSeen || found.some(isSlurms);
  const report: HolderReport = {
    source: 'processes',
    claims,
    capacities: [],
    unknownResources: new Map(),
    unreadableIds: folders.flatMap(({ problems }) => problems),
    silentMeansFree: silenceIsFree(input, slurmSeen, processes, claims),
    figures: figuresOf(processes, looked),
    deviceFigures: deviceFiguresOf(processes, looked),
    unplacedProcesses: countUnplaced(processes),
    mpsDevices: snapshot.devices.filter(({ mps }) => mps).map(({ uuid }) => uuid),
  };
  return { report, jobs, slurmSeen };
}
