import type { PanelText } from '../../spec/panelText.js';

const notScraped =
  'Prometheus scrapes no exporter of ours (a job whose name has gpuscope in it): apply deploy/manifests/podmonitor.yaml, or the scrape configuration in deploy/prometheus.';

export const exporter = {
  title: 'GPU exporter',
  description: 'Do we know what we should know of GPUs and of who uses them?',
  sections: {
    exporters: 'Are all exporters heard?',
    asked: 'Do those answer whom they ask?',
    names: 'Can all that is held be named?',
    given: 'What do the sources give?',
    overTime: 'Was it always so?',
  },
  panels: {
    numbers: {
      title: 'Now',
      question: 'Is anything down, or old?',
      how: 'Targets of Prometheus whose job has gpuscope in its name, and what the exporters say of their sources (of figures: DCGM, NVML) and holder sources (who holds which device). Oldest: time since the cycle that made the oldest figures; over a minute they are not served.',
      ifEmpty: notScraped,
    },
    exporters: {
      title: 'Exporters',
      question: 'How is each of them?',
      how: 'One row per target. Age: of its figures. Cycle: asking the sources included. Scrape: as Prometheus measured it. Click an exporter to open its node. One that is down keeps its version for a day.',
      ifEmpty: notScraped,
    },
    sources: {
      title: 'Sources of figures',
      question: 'Does every node’s DCGM or NVML answer?',
      how: 'gpuscope_exporter_source_*: whether the source answered when last asked, how long it took, and when it last did.',
      ifEmpty: `${notScraped} Exporters with the role cluster ask no source.`,
    },
    holders: {
      title: 'Sources of holders',
      question: 'Is it known who holds which GPU?',
      how: 'gpuscope_exporter_holder_*: the kubelet’s pod resources, DCGM’s labels, annotations, host list, in the order of exporter.holders. A last answer serves for 60 s, then its devices count as held by nobody known.',
      ifEmpty: `${notScraped} Or gpuscope.yaml names no holders.`,
    },
    unknowns: {
      title: 'What has no name or place',
      question: 'Is use charged to nobody?',
      how: 'Holders without tenant, app or user: no identity rule found one (gpuscope explain POD says why). Pods that hold a device and are not in the pod directory. Devices that a holder source names and no source of figures reports. Resource names nobody understands. Devices with a holder that no source knows.',
      ifEmpty: notScraped,
    },
    directory: {
      title: 'Pod directories',
      question: 'Do the exporters hear of pods?',
      how: 'Whether each exporter’s list of pods is in step with Kubernetes, how many pods it has, when it last heard anything, and how often its watch began anew within the hour.',
      ifEmpty: `${notScraped} On VMs there is no pod directory.`,
    },
    unplaced: {
      title: 'Devices without figures',
      question: 'What was given to pods that no source reports?',
      how: 'gpuscope_exporter_unplaced_claims: often a MIG layout that changed under DCGM, or a second GPU vendor.',
      ifEmpty: 'Every device that a holder source names has figures.',
    },
    missing: {
      title: 'Figures that sources do not give',
      question: 'What does the counters file leave out?',
      how: 'Metrics of the catalogue for which the source gives nothing, with the number of exporters. docs/metrics.md names the fields of DCGM to add to dcgm-exporter’s counters file.',
      ifEmpty: 'Every source gives every figure of the catalogue.',
    },
    dropped: {
      title: 'Samples that were not used, last hour',
      question: 'Does a source say things that cannot be true?',
      how: 'gpuscope_exporter_dropped_samples_total by field and reason: blank values, unknown units, a name of two scales. The largest 100.',
      ifEmpty: 'Every sample of the sources became a figure.',
    },
    versions: {
      title: 'Versions',
      question: 'Do all run the same program?',
      how: 'Exporters by version and role, from gpuscope_exporter_build_info.',
      ifEmpty: notScraped,
    },
    age: {
      title: 'Age of the figures',
      question: 'Were figures ever old?',
      how: 'Time since the cycle that made what an exporter serves; the 20 oldest at each moment.',
      ifEmpty: notScraped,
    },
    cycle: {
      title: 'Duration of cycles',
      question: 'Does a source get slow?',
      how: 'Time of the last cycle, waiting for sources included; the 20 slowest at each moment.',
      ifEmpty: notScraped,
    },
    scrape: {
      title: 'Duration of scrapes',
      question: 'Is Prometheus answered quickly?',
      how: 'scrape_duration_seconds, the 20 slowest at each moment.',
      ifEmpty: notScraped,
    },
    series: {
      title: 'Series',
      question: 'How much does it cost Prometheus?',
      how: 'Series of the last cycle, without the exporter’s own; the 20 largest.',
      ifEmpty: notScraped,
    },
    failures: {
      title: 'Failed cycles',
      question: 'Does an exporter fail within itself?',
      how: 'Failures in the last hour: each is a defect of ours; the exporter’s log has the trace.',
      ifEmpty: notScraped,
    },
  } satisfies Record<string, PanelText>,
} as const;
