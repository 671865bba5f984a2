/** One sample of a page, as a scrape would read it. Labels with an empty value are none. */
export interface PageSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const escape = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function lineOf({ name, labels, value }: PageSample): string {
  const printed = Object.entries(labels)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}="${escape(text)}"`);
  return `${name}{${printed.join(',')}} ${String(value)}`;
}

/** A page in Prometheus' text format, the samples of a name together. */
export function pageText(samples: readonly PageSample[]): string {
  const lines = new Map<string, string[]>();
  for (const sample of samples) {
    const same = lines.get(sample.name) ?? [];
    lines.set(sample.name, same);
    same.push(lineOf(sample));
  }
  const parts = [...lines].map(([name, own]) => {
    const type = name.endsWith('_total') ? 'counter' : 'gauge';
    return `# TYPE ${name} ${type}\n${own.join('\n')}\n`;
  });
  return parts.join('');
}
