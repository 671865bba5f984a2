import type { Labels } from './answer.js';
import { AUTO_LEGEND, type PromQuery } from './query.js';

/** `name{a="1", b="2"}`, as Prometheus writes a series. */
export function seriesText({ __name__: name = '', ...labels }: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  if (pairs.length === 0) return name === '' ? '{}' : name;
  return `${name}{${pairs.sort().join(', ')}}`;
}

/**
 * What the source calls a series; absent where Grafana is to call it by the labels that tell it
 * from the others.
 */
export function legendOf({ legendFormat, expr }: PromQuery, labels: Labels): string | undefined {
  if (legendFormat === AUTO_LEGEND && Object.keys(labels).length > 0) return undefined;
  const isText = legendFormat !== undefined && legendFormat !== '' && legendFormat !== AUTO_LEGEND;
  const text = isText
    ? legendFormat.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => labels[name] ?? '')
    : seriesText(labels);
  return text === '{}' ? expr : text === '' ? undefined : text;
}
