/** Collects samples with times and writes them as OpenMetrics, each family in one piece. */
export interface OpenMetricsWriter {
  add(
    name: string,
    type: 'gauge' | 'counter',
    labels: Readonly<Record<string, string>>,
    value: number,
    seconds: number,
  ): void;
  text(): string;
}

const escape = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

export function createOpenMetrics(cluster?: string): OpenMetricsWriter {
  const families = new Map<string, { readonly type: string; readonly lines: string[] }>();
  return {
    add(name, type, labels, value, seconds) {
      const all = cluster === undefined ? labels : { cluster, ...labels };
      const printed = Object.entries(all)
        .filter(([, text]) => text !== '')
        .map(([label, text]) => `${label}="${escape(text)}"`);
      const family = families.get(name) ?? { type, lines: [] };
      family.lines.push(`${name}{${printed.join(',')}} ${String(value)} ${String(seconds)}`);
      families.set(name, family);
    },
    text() {
      const parts = [...families].map(([name, { type, lines }]) => {
        const family = type === 'counter' ? name.replace(/_total$/, '') : name;
        return `# TYPE ${family} ${type}\n${lines.join('\n')}\n`;
      });
      return `${parts.join('')}# EOF\n`;
    },
  };
}
