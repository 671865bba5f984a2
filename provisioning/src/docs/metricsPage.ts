import { CATALOG, labelsOf, type Level, type MetricRow } from '@gpuscope/aggregation';

const LEVELS: Readonly<Record<Level, readonly [title: string, about: string]>> = {
  leaf: ['Devices', 'Once per MIG instance, or per GPU that is not cut into instances.'],
  board: ['Boards', 'Once per physical GPU.'],
  node: ['Nodes', 'Once per node.'],
  workload: [
    'Workloads',
    'Once per container (or host, or job, unit and user of local processes) and device that it holds.',
  ],
  account: ['Accounts', 'No pod in the labels, so that hours and energy survive churn.'],
  pod: ['Pods', 'From the role `cluster`: every pod, with a GPU or without.'],
};

/** A cell of a table; a bar would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

const fields = ({ dcgm, nvml }: MetricRow): string => {
  const read = [...dcgm.map((field) => `DCGM_FI_${field}`), ...nvml];
  return read.length === 0 ? 'derived' : read.map((name) => `\`${name}\``).join(', ');
};

const line = (row: MetricRow): string =>
  `| \`${row.name}\` | ${row.type} | ${row.unit} | ${cell(row.help)} | ${row.audience} | ${fields(row)} | ${row.otel === null ? '' : `\`${row.otel}\``} |`;

function section(level: Level): string {
  const rows = CATALOG.filter((row) => row.level === level);
  const [title, about] = LEVELS[level];
  const common = rows.map((row) => labelsOf(row).filter((name) => !row.labels?.includes(name)))[0];
  const own = rows.flatMap(({ name, labels = [] }) =>
    labels.length === 0 ? [] : [`\`${name}\`: ${labels.map((one) => `\`${one}\``).join(', ')}`],
  );
  return [
    `## ${title}`,
    `${about} Labels: ${(common ?? []).map((name) => `\`${name}\``).join(', ')}.`,
    ...(own.length === 0 ? [] : [`Further labels: ${own.join('; ')}.`]),
    [
      '| metric | type | unit | what it says | who may see it | read from | OpenTelemetry |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows.map(line),
    ].join('\n'),
  ].join('\n\n');
}

/** The catalogue as a page. */
export const metricsPage = (): string =>
  [
    '<!-- Made by npm run generate from aggregation/src/series. Do not edit. -->',
    '# Metrics',
    'A label with an empty value is left out. `cluster` comes from the scrape, or from the exporter where `emitClusterLabel` is true. In every cycle, for each gauge that the source gives, the workloads’ parts and `gpu_unattributed_*` add up to the device’s figure.',
    ...(Object.keys(LEVELS) as Level[]).map(section),
  ].join('\n\n') + '\n';
