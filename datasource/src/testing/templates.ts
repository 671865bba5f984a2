import type { TemplateSrv } from '@grafana/runtime';

type Value = string | readonly string[];
type Format = string | ((value: unknown) => string) | undefined;

const LUCENE = (value: unknown): string =>
  Array.isArray(value) ? `(${value.map((one) => `"${one}"`).join(' OR ')})` : String(value);

const GLOB = (value: unknown): string =>
  Array.isArray(value) ? `{${value.join(',')}}` : String(value);

function formatted(value: Value, format: Format): string {
  if (typeof format === 'function') return format(value);
  return format === 'lucene' ? LUCENE(value) : GLOB(value);
}

/** Grafana's variables as far as a query sees them: `$name` and `${name}`, with the format that is asked for. */
export function templatesOf(values: Readonly<Record<string, Value>>): TemplateSrv {
  return {
    getVariables: () => Object.keys(values).map((name) => ({ name })) as never,
    replace: (text = '', scoped = {}, format?: Format) =>
      text.replace(/\$(\w+)|\$\{(\w+)\}/g, (written: string, plain?: string, braced?: string) => {
        const name = plain ?? braced ?? '';
        const value = (scoped[name]?.value as Value | undefined) ?? values[name];
        return value === undefined ? written : formatted(value, format);
      }),
    containsTemplate: (text = '') => text.includes('$'),
    updateTimeRange: () => undefined,
  };
}
