import { LABEL_NAME, METRIC_NAME } from './chars.js';
import { quote } from './escape.js';
import type { ExpositionFormat, Labels } from './exposition.js';
import { formatFloat, formatSeconds } from './float.js';
import { familyHeader } from './header.js';
import { isPlainName } from './names.js';
import type { SeriesFamily, SeriesSample } from './series.js';

/** A chunk is handed out when it is longer than this, in UTF-16 code units. */
const CHUNK = 65_536;

/** `null` where the format cannot hold the time stamp: 0.0.4 knows none before 1970. */
function formatTimestamp(
  milliseconds: number | undefined,
  format: ExpositionFormat,
): string | null {
  if (milliseconds === undefined) return '';
  if (!Number.isSafeInteger(milliseconds)) return null;
  if (format === 'openmetrics') return ` ${formatSeconds(milliseconds)}`;
  return milliseconds < 0 ? null : ` ${String(milliseconds)}`;
}

/** Writes label sets; samples that share one Map of labels share the work. */
class LabelWriter {
  private readonly names = new Map<string, string>();
  private readonly blocks = new Map<Labels, string>();

  /** The labels between the braces. */
  write(labels: Labels): string {
    const known = this.blocks.get(labels);
    if (known !== undefined) return known;
    let written = '';
    for (const [name, value] of labels) {
      const comma = written === '' ? '' : ',';
      written += `${comma}${this.nameOf(name)}=${quote(value)}`;
    }
    this.blocks.set(labels, written);
    return written;
  }

  private nameOf(name: string): string {
    let written = this.names.get(name);
    if (written === undefined) {
      written = isPlainName(name, LABEL_NAME) ? name : quote(name);
      this.names.set(name, written);
    }
    return written;
  }
}

function formatSeries(name: string, labels: string): string {
  if (isPlainName(name, METRIC_NAME)) return labels === '' ? name : `${name}{${labels}}`;
  return labels === '' ? `{${quote(name)}}` : `{${quote(name)},${labels}}`;
}

function sampleLine(
  family: SeriesFamily,
  sample: SeriesSample,
  format: ExpositionFormat,
  writer: LabelWriter,
): string {
  const timestamp = formatTimestamp(sample.timestampMs, format);
  if (timestamp === null) return '';
  const series = formatSeries(sample.name ?? family.name, writer.write(sample.labels));
  return `${series} ${formatFloat(sample.value)}${timestamp}\n`;
}

/**
 * An exposition in pieces of about 64 Ki characters, for a stream. Families and labels come in the
 * order given; a family without samples is left out.
 *
 * The caller answers for names (not empty; each family once) and label names (not empty, not
 * `__name__`). Names outside the classic character set are written in quotes, which Prometheus
 * reads from 3.0. A sample whose time stamp the format cannot hold is left out: one outside the
 * safe integers, or in 0.0.4 before 1970.
 */
export function* expositionChunks(
  families: Iterable<SeriesFamily>,
  format: ExpositionFormat,
): Generator<string, void, undefined> {
  const writer = new LabelWriter();
  let chunk = '';
  for (const family of families) {
    if (family.samples.length === 0) continue;
    chunk += familyHeader(family, format);
    for (const sample of family.samples) {
      chunk += sampleLine(family, sample, format, writer);
      if (chunk.length > CHUNK) {
        yield chunk;
        chunk = '';
      }
    }
  }
  if (format === 'openmetrics') chunk += '# EOF\n';
  if (chunk !== '') yield chunk;
}

/** An exposition as one string; see `expositionChunks`. */
export function serialiseExposition(
  families: Iterable<SeriesFamily>,
  format: ExpositionFormat,
): string {
  return [...expositionChunks(families, format)].join('');
}
