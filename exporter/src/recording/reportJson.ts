import type { HolderReport } from '@gpuscope/aggregation';

/** A holder source's report as a recording holds it: plain JSON. */
export type ReportJson = Omit<HolderReport, 'unknownResources' | 'unplacedProcesses'> & {
  readonly unknownResources: Readonly<Record<string, number>>;
  readonly unplacedProcesses?: Readonly<Record<string, number>>;
};

export function reportToJson(report: HolderReport): ReportJson {
  const { unknownResources, unplacedProcesses, ...rest } = report;
  return {
    ...rest,
    unknownResources: Object.fromEntries(unknownResources),
    ...(unplacedProcesses !== undefined && {
      unplacedProcesses: Object.fromEntries(unplacedProcesses),
    }),
  };
}

/** What a recording written by hand leaves out is empty. */
export function reportFromJson(json: ReportJson): HolderReport {
  const { unknownResources = {}, unplacedProcesses, ...rest } = json;
  return {
    ...rest,
    unreadableIds: json.unreadableIds ?? [],
    silentMeansFree: json.silentMeansFree ?? false,
    unknownResources: new Map(Object.entries(unknownResources)),
    ...(unplacedProcesses !== undefined && {
      unplacedProcesses: new Map(Object.entries(unplacedProcesses)),
    }),
  };
}
