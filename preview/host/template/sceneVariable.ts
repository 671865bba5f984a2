import type { ScopedVars } from '@grafana/data';

/** A value that formats itself, as "all" does. */
interface SelfFormatting {
  readonly formatter: (format?: string | Formatter) => string;
}

export type Formatter = (value: unknown, variable: object) => string;

/** What is read of a variable of a scene; the scene comes with the plugin's own copy of its library. */
export interface SceneVariable {
  readonly state: {
    readonly name: string;
    readonly type: string;
    readonly [more: string]: unknown;
  };
  getValue(fieldPath?: string): unknown;
  getValueText?(fieldPath?: string): string;
}

interface SceneObject {
  readonly parent?: SceneObject;
  readonly state: {
    readonly $variables?: { getByName(name: string): SceneVariable | undefined };
    readonly $timeRange?: { readonly state: { readonly value?: TimeRangeValue } };
  };
}

interface TimeRangeValue {
  readonly from: { valueOf(): number };
  readonly to: { valueOf(): number };
}

const isSceneObject = (value: unknown): value is SceneObject =>
  typeof value === 'object' && value !== null && 'state' in value;

/** The object of the scene that asks; it travels wrapped, so that nobody serializes it. */
export function sceneObjectOf(scoped: ScopedVars | undefined): SceneObject | undefined {
  const wrapped = scoped?.['__sceneObject']?.value as { valueOf(): unknown } | undefined;
  const object = wrapped?.valueOf();
  return isSceneObject(object) ? object : undefined;
}

/** The nearest variable of that name from where the scene's object stands, upwards. */
export function findVariable(object: SceneObject | undefined, name: string) {
  for (let at = object; at !== undefined; at = at.parent) {
    const found = at.state.$variables?.getByName(name);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** The nearest time range from where the scene's object stands, upwards. */
export function findTimeRange(object: SceneObject | undefined): TimeRangeValue | undefined {
  for (let at = object; at !== undefined; at = at.parent) {
    const range = at.state.$timeRange?.state.value;
    if (range !== undefined) return range;
  }
  return undefined;
}

export const isSelfFormatting = (value: unknown): value is SelfFormatting =>
  typeof value === 'object' && value !== null && 'formatter' in value;
