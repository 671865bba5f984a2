import {
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  type DataTransformerInfo,
  type TransformerRegistryItem,
} from '@grafana/data';
import { standardFieldConfig } from './fieldConfig.js';
import { NoEditor } from './NoEditor.js';
import { timeSeriesTable } from './timeSeriesTable.js';

// Panels name these editors as they declare their options.
const EDITORS = [
  'number',
  'slider',
  'text',
  'strings',
  'boolean',
  'select',
  'multi-select',
  'radio',
  'unit',
  'color',
  'fieldColor',
  'links',
  'actions',
  'stats-picker',
  'timezone',
  'field-name',
  'dashboard-uid',
  'mappings',
  'thresholds',
];

const editors = () => EDITORS.map((id) => ({ id, name: id, editor: NoEditor }));

/** Grafana 12.4 wants an object here, 13.2 a function that promises it: this is both. */
const forEither = (transformation: DataTransformerInfo): DataTransformerInfo => {
  const { id, operator } = transformation;
  const defaultOptions: unknown = transformation.defaultOptions;
  return Object.assign(() => Promise.resolve(transformation), {
    id,
    operator,
    defaultOptions: defaultOptions as object,
  });
};

/** One entry for each id; an old name of the same transformation is left out. */
function transformers(): TransformerRegistryItem[] {
  const all = [...Object.values(standardTransformers), timeSeriesTable];
  const byId = new Map(all.map((transformation) => [transformation.id, transformation]));
  return [...byId].map(([id, transformation]) => ({
    id,
    name: transformation.name,
    transformation: forEither(transformation),
    editor: NoEditor,
    imageDark: '',
    imageLight: '',
  }));
}

/** Gives Grafana's packages what they look up by name. To be called once, before any panel is made. */
export function fillRegistries(): void {
  standardEditorsRegistry.setInit(editors);
  standardFieldConfigEditorRegistry.setInit(standardFieldConfig);
  standardTransformersRegistry.setInit(transformers);
}
