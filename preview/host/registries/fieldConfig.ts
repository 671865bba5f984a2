import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  ThresholdsMode,
  valueMappingsOverrideProcessor,
  type Field,
  type FieldConfigPropertyItem,
} from '@grafana/data';
import { NoEditor } from './NoEditor.js';

type Process = FieldConfigPropertyItem['process'];

interface Standard {
  readonly process: Process;
  /** Only where the field holds numbers. */
  readonly numeric?: true;
  /** Where the field holds no moments. */
  readonly timeless?: true;
  readonly defaultValue?: unknown;
  readonly settings?: object;
}

const WITH_VARIABLES = { expandTemplateVars: true };

// The values that a panel in a fresh Grafana starts with.
const THRESHOLDS = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** What every field of every panel can be told, by name. */
const STANDARD: Readonly<Record<string, Standard>> = {
  displayName: { process: displayNameOverrideProcessor, settings: WITH_VARIABLES },
  unit: { process: stringOverrideProcessor },
  fieldMinMax: { process: booleanOverrideProcessor, numeric: true },
  min: { process: numberOverrideProcessor, numeric: true },
  max: { process: numberOverrideProcessor, numeric: true },
  decimals: { process: numberOverrideProcessor, numeric: true },
  noValue: { process: stringOverrideProcessor },
  links: { process: dataLinksOverrideProcessor },
  actions: { process: identityOverrideProcessor },
  color: { process: identityOverrideProcessor },
  mappings: { process: valueMappingsOverrideProcessor, timeless: true, defaultValue: [] },
  thresholds: { process: thresholdsOverrideProcessor, defaultValue: THRESHOLDS },
  filterable: { process: booleanOverrideProcessor },
};

const appliesTo =
  ({ numeric, timeless }: Standard) =>
  ({ type }: Field): boolean =>
    numeric === true ? type === FieldType.number : timeless !== true || type !== FieldType.time;

/** Grafana's standard settings of fields, without their editors, for nothing is edited here. */
export const standardFieldConfig = (): FieldConfigPropertyItem[] =>
  Object.entries(STANDARD).map(([id, standard]) => ({
    id,
    path: id,
    name: id,
    editor: NoEditor,
    override: NoEditor,
    process: standard.process,
    shouldApply: appliesTo(standard),
    ...(standard.settings === undefined ? {} : { settings: standard.settings }),
    ...(standard.defaultValue === undefined ? {} : { defaultValue: standard.defaultValue }),
  }));
