import type { ScopedVars, TimeRange, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv, VariableInterpolation } from '@grafana/runtime';
import { FORMATS, type Held } from './formats.js';
import {
  findTimeRange,
  findVariable,
  isSelfFormatting,
  sceneObjectOf,
  type Formatter,
} from './sceneVariable.js';

// $name, [[name:format]] and ${name.path:format}.
const VARIABLE =
  /\$(?<plain>\w+)|\[\[(?<boxed>\w+)(?::(?<boxedFormat>\w+))?\]\]|\$\{(?<braced>\w+)(?:\.(?<path>[^:^}]+))?(?::(?<format>[^}]+))?\}/g;

/** What a text names. */
interface Named {
  readonly name: string;
  readonly path?: string;
  readonly format?: string;
}

/** What is found under a name. */
interface Found {
  readonly value: unknown;
  readonly text?: string;
  readonly about: object;
}

const namedIn = (groups: Readonly<Record<string, string | undefined>>): Named => {
  const format = groups['format'] ?? groups['boxedFormat'];
  return {
    name: groups['plain'] ?? groups['boxed'] ?? groups['braced'] ?? '',
    ...(groups['path'] === undefined ? {} : { path: groups['path'] }),
    ...(format === undefined ? {} : { format }),
  };
};

/** `a.b[0]` of an object. */
const at = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((in_, step) => (in_ as Record<string, unknown> | undefined)?.[step], value);

const asHeld = (value: unknown): Held => (Array.isArray(value) ? value.map(String) : String(value));

function formatted(
  { value, text, about }: Found,
  { name, format }: Named,
  fallback: unknown,
): string {
  if (value === undefined || value === null) return '';
  const wanted = format ?? fallback;
  if (isSelfFormatting(value)) return value.formatter(wanted as string);
  if (typeof wanted === 'function') return (wanted as Formatter)(value, about);
  const [id = 'glob', ...rest] = typeof wanted === 'string' ? wanted.split(':') : [];
  if (id === 'text' && text !== undefined) return text;
  const write = FORMATS[id] ?? FORMATS['glob'];
  return write?.(asHeld(value), name, rest.join(':') || undefined) ?? '';
}

/** Fills variables into texts: what a query was given for itself, then those of the scene that asks. */
export class PreviewTemplates implements TemplateSrv {
  #range: TimeRange | undefined;

  getVariables(): TypedVariableModel[] {
    return [];
  }

  getAdhocFilters(): readonly unknown[] {
    return [];
  }

  updateTimeRange(range: TimeRange): void {
    this.#range = range;
  }

  containsTemplate(target?: string): boolean {
    return target !== undefined && target.search(VARIABLE) >= 0;
  }

  replace(
    target?: string,
    scoped?: ScopedVars,
    format?: string | ((...given: never[]) => unknown),
    seen?: VariableInterpolation[],
  ): string {
    if (typeof target !== 'string') return target ?? '';
    return target.replace(VARIABLE, (match: string, ...rest: unknown[]) => {
      const named = namedIn(rest.at(-1) as Record<string, string | undefined>);
      const found = this.#find(named, scoped);
      const value = found === undefined ? match : formatted(found, named, format);
      seen?.push({
        match,
        variableName: named.name,
        value,
        found: found !== undefined,
        ...(named.path === undefined ? {} : { fieldPath: named.path }),
        ...(named.format === undefined ? {} : { format: named.format }),
      });
      return value;
    });
  }

  #find({ name, path }: Named, scoped?: ScopedVars): Found | undefined {
    const given = scoped?.[name];
    if (given !== undefined && given !== null) {
      const value: unknown = given.value;
      const about = { name, type: 'custom', multi: false, includeAll: false };
      return { value: path === undefined ? value : at(value, path), about };
    }
    const object = sceneObjectOf(scoped);
    const variable = findVariable(object, name);
    if (variable !== undefined) {
      const { type, isMulti, includeAll } = variable.state;
      return {
        value: variable.getValue(path),
        about: { name, type, multi: isMulti, includeAll },
        ...(variable.getValueText === undefined ? {} : { text: variable.getValueText(path) }),
      };
    }
    const range = findTimeRange(object) ?? this.#range;
    if (range === undefined || (name !== '__from' && name !== '__to')) return undefined;
    return { value: String((name === '__from' ? range.from : range.to).valueOf()), about: {} };
  }
}
