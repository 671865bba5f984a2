import type { ExporterSite } from '@gpuscope/aggregation';

type Holder = ExporterSite['holders'][number];
type Processes = Extract<Holder, { readonly kind: 'processes' }>;

const library = (path: string | undefined): string => path ?? 'libnvidia-ml.so.1';

function processLines({ proc, gpustat, jobMapping }: Processes, site: ExporterSite): string[] {
  const folders = jobMapping === undefined ? gpustat : `${gpustat} and ${jobMapping}`;
  const pods =
    site.pods.kind === 'none'
      ? [
          'holder processes: pods are not asked for (pods: none), so that processes in pods have no name',
        ]
      : [];
  return [
    `holder processes: asks the driver which processes use a GPU and finds their owners in ${proc}: needs the machine's process ids (in a pod hostPID: true) and no capability`,
    `holder processes: names users as the machine does (NSS), Slurm's jobs by cgroups and by ${folders} where there is such a folder`,
    ...pods,
  ];
}

/** What a node will do that its owner should know of, a line each; nothing for what only asks others over the network. */
export function planOf(site: ExporterSite): readonly string[] {
  const sources = site.sources.flatMap((source) =>
    source.kind === 'nvml'
      ? [
          `source nvml: loads ${library(source.library)} itself, in a process of its own, and samples every ${source.sampleEveryMs / 1000} s: needs the driver's devices and library, and no dcgm-exporter`,
        ]
      : [],
  );
  const holders = site.holders.flatMap((holder) =>
    holder.kind === 'processes' ? processLines(holder, site) : [],
  );
  return [...sources, ...holders];
}
