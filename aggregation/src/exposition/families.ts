import type { Exposition, ExpositionFormat, Family, MetricType, Sample } from './exposition.js';
import { SAMPLE_SUFFIXES } from './header.js';
import type { SeriesFamily, SeriesSample } from './series.js';

/** The samples that a type's family may hold besides those of its own name. */
const MEMBERS: Record<ExpositionFormat, Partial<Record<MetricType, readonly string[]>>> = {
  prometheus: {
    histogram: ['_bucket', '_sum', '_count'],
    summary: ['_sum', '_count'],
  },
  openmetrics: {
    counter: ['_total', '_created'],
    histogram: ['_bucket', '_sum', '_count', '_created'],
    gaugehistogram: ['_bucket', '_gsum', '_gcount'],
    summary: ['_sum', '_count', '_created'],
    info: ['_info'],
  },
};

interface Group {
  readonly family: Family;
  /** What the samples of the family are called. */
  readonly name: string;
  readonly samples: SeriesSample[];
}

/**
 * An exposition's samples under their families, ready to be written again: families in the order of
 * their first samples, a sample that no comment line speaks of in a family of its own, of type
 * `unknown`. Families without samples are left out.
 */
export function familiesOf(exposition: Exposition): readonly SeriesFamily[] {
  const groups = new Map<string, Group>();
  for (const sample of exposition.samples) {
    const family = familyOf(sample.name, exposition);
    let group = groups.get(family.name);
    if (group === undefined) {
      group = { family, name: sampleName(family, exposition.format), samples: [] };
      groups.set(family.name, group);
    }
    group.samples.push(seriesSample(sample, group.name));
  }
  return [...groups.values()].map(({ family, name, samples }) => ({ ...family, name, samples }));
}

function familyOf(name: string, { families, format }: Exposition): Family {
  const own = families.get(name);
  if (own !== undefined) return own;
  const cut = name.lastIndexOf('_');
  const family = cut < 0 ? undefined : families.get(name.slice(0, cut));
  const isMember = family && MEMBERS[format][family.type]?.includes(name.slice(cut));
  return isMember === true ? family : { name, type: 'unknown', help: '', unit: '' };
}

function sampleName({ name, type }: Family, format: ExpositionFormat): string {
  return format === 'openmetrics' ? name + (SAMPLE_SUFFIXES[type] ?? '') : name;
}

function seriesSample(sample: Sample, name: string): SeriesSample {
  const { labels, value, timestampMs } = sample;
  return {
    labels,
    value,
    ...(timestampMs === undefined ? {} : { timestampMs }),
    ...(sample.name === name ? {} : { name: sample.name }),
  };
}
