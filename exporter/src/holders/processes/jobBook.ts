import type { DeviceRef, NvmlDevice } from '@gpuscope/aggregation';
import type { ListedDevice, ListedJob } from '../../proc/jobFile.js';
import type { DeviceJobs } from '../../proc/jobFolder.js';
import type { Found } from './found.js';
import { leavesOf } from './found.js';

/** What is known of jobs besides their ids. */
export type JobBook = ReadonlyMap<string, Omit<ListedJob, 'job'>>;

/**
 * Puts together what is known of the jobs on this machine now. Prologs' files are root's word; then what was known before
 * counts, so that a job keeps its user while it has no process, and whichever of its processes comes first.
 */
export function bookOf(
  listed: readonly ListedJob[],
  found: readonly Found[],
  before: JobBook,
): JobBook {
  const book = new Map<string, Omit<ListedJob, 'job'>>();
  for (const { place } of found) {
    if (place.kind === 'slurm' && !book.has(place.job)) {
      book.set(place.job, { uid: place.uid, ...before.get(place.job) });
    }
  }
  const files = new Map<string, Omit<ListedJob, 'job'>>();
  for (const { job, ...told } of listed) files.set(job, { ...told, ...files.get(job) });
  for (const [job, told] of files) {
    book.set(job, { ...(book.get(job) ?? before.get(job)), ...told });
  }
  return book;
}

/** A job that a prolog gave a device to. */
export interface JobOnDevice {
  readonly device: DeviceRef;
  readonly job: string;
}

const isAbout = (listed: ListedDevice, { uuid, index }: NvmlDevice): boolean =>
  listed.by === 'uuid'
    ? listed.uuid === uuid
    : listed.by === 'index' && listed.index === index && listed.gpuInstance === undefined;

const isInstance = (listed: ListedDevice, device: NvmlDevice, gpuInstance: number): boolean =>
  listed.by === 'migUuid'
    ? device.instances.some(
        ({ uuid, otherUuids = [], ...one }) =>
          one.gpuInstance === gpuInstance && [uuid, ...otherUuids].includes(listed.uuid),
      )
    : listed.by === 'index' && listed.index === device.index && listed.gpuInstance === gpuInstance;

/**
 * Jobs of the files about a thing. A uuid tells more surely than a number; the compute instances of a GPU instance have
 * one each.
 */
function jobsOf(files: readonly DeviceJobs[], about: (listed: ListedDevice) => boolean): string[] {
  const found = files.filter(({ device, jobs }) => jobs.length > 0 && about(device));
  const byUuid = found.filter(({ device }) => device.by !== 'index');
  const told = byUuid.length > 0 ? byUuid : found.slice(0, 1);
  return [...new Set(told.flatMap(({ jobs }) => jobs.map(({ job }) => job)))];
}

function jobsOn(files: readonly DeviceJobs[], device: NvmlDevice): JobOnDevice[] {
  const whole = jobsOf(files, (listed) => isAbout(listed, device));
  if (!device.mig) {
    return leavesOf(device).flatMap((leaf) => whole.map((job) => ({ device: leaf, job })));
  }
  const leaves = device.instances.map(({ gpuInstance }, i) => ({
    device: leavesOf(device)[i] ?? { by: 'uuid' as const, uuid: device.uuid },
    jobs: jobsOf(files, (listed) => isInstance(listed, device, gpuInstance)),
  }));
  const told = leaves.some(({ jobs }) => jobs.length > 0);
  // A file about the whole GPU does not say which of several jobs has which instance.
  const ofWhole = told || whole.length !== 1 ? [] : whole;
  return leaves.flatMap((leaf) =>
    (told ? leaf.jobs : ofWhole).map((job) => ({ device: leaf.device, job })),
  );
}

/** Which job has which device, by prologs' files; of two folders that know a device, the first. */
export function jobsOnDevices(
  folders: readonly (readonly DeviceJobs[])[],
  devices: readonly NvmlDevice[],
): JobOnDevice[] {
  return devices.flatMap((device) => {
    const byFolder = folders.map((files) => jobsOn(files, device));
    return byFolder.find((jobs) => jobs.length > 0) ?? [];
  });
}
