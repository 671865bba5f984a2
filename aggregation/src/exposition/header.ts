import { METRIC_NAME } from './chars.js';
import { escapeHelp, quote } from './escape.js';
import type { ExpositionFormat, MetricType } from './exposition.js';
import { isPlainName } from './names.js';
import type { SeriesFamily } from './series.js';

/** The words of 0.0.4; a type it does not know is written as the nearest one that is not wrong. */
const PROMETHEUS_WORDS: Record<MetricType, string> = {
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'histogram',
  summary: 'summary',
  info: 'gauge',
  stateset: 'gauge',
  gaugehistogram: 'untyped',
  unknown: 'untyped',
};

/** What OpenMetrics adds to a family's name to call its samples. */
export const SAMPLE_SUFFIXES: Partial<Record<MetricType, string>> = {
  counter: '_total',
  info: '_info',
};

interface Heading {
  readonly name: string;
  readonly word: string;
}

function headingOf(family: SeriesFamily, format: ExpositionFormat): Heading {
  const { name, type } = family;
  if (format === 'prometheus') return { name, word: PROMETHEUS_WORDS[type] };
  const suffix = SAMPLE_SUFFIXES[type];
  if (suffix === undefined) return { name, word: type };
  // A counter that is not called `_total` is none in OpenMetrics, and renaming it would break queries.
  if (name.length === suffix.length || !name.endsWith(suffix)) return { name, word: 'unknown' };
  return { name: name.slice(0, -suffix.length), word: type };
}

/** The comment lines that go before a family's samples. */
export function familyHeader(family: SeriesFamily, format: ExpositionFormat): string {
  const { name, word } = headingOf(family, format);
  const written = isPlainName(name, METRIC_NAME) ? name : quote(name);
  const { help, unit = '' } = family;
  let header = help === '' ? '' : `# HELP ${written} ${escapeHelp(help, format)}\n`;
  header += `# TYPE ${written} ${word}\n`;
  if (format === 'openmetrics' && unit !== '' && name.endsWith(`_${unit}`)) {
    header += `# UNIT ${written} ${unit}\n`;
  }
  return header;
}
