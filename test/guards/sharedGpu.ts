import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExposition, type Sample } from '@gpuscope/aggregation';
import { repositoryRoot } from '../servers/repository.js';

const CASE = join(repositoryRoot(), 'test/golden/time-slice-per-pod');

/** Labels that tell the story; the others would only make the lines long. */
const SHOWN = ['gpu', 'tenant', 'app', 'user', 'pod', 'container', 'reason'];

const samples = (file: string, metrics: readonly string[]): readonly Sample[] => {
  const { samples: all } = parseExposition(readFileSync(join(CASE, file), 'utf8'));
  return metrics.flatMap((metric) => all.filter(({ name }) => name === metric));
};

function line({ name, labels, value }: Sample): string {
  const shown = SHOWN.flatMap((label) => {
    const text = labels.get(label);
    return text === undefined ? [] : [`${label}="${text}"`];
  });
  return `${name}{${shown.join(',')}} ${String(Number(value.toFixed(1)))}`;
}

/** One time-sliced GPU of a golden case, as dcgm-exporter says it and as we say it; the text of the README. */
export function sharedGpuText(): string {
  const theirs = samples('dcgm.prom', ['DCGM_FI_DEV_POWER_USAGE']);
  const ours = samples('expected.prom', [
    'gpu_power_watts',
    'gpu_workload_power_watts',
    'gpu_unattributed_power_watts',
  ]);
  const sum = (of: readonly Sample[]): string =>
    String(Number(of.reduce((total, { value }) => total + value, 0).toFixed(1)));
  const parts = ours.filter(({ name }) => name !== 'gpu_power_watts');
  return [
    `# dcgm-exporter: one GPU that draws 300 W, shared by two pods. Added up: ${sum(theirs)} W.`,
    ...theirs.map(line),
    '',
    `# gpuscope: whose watts they are. Added up: ${sum(parts)} W.`,
    ...ours.map(line),
  ].join('\n');
}
