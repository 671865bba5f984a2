import type { FieldConfigEditorBuilder } from '@grafana/data';
import { identityOverrideProcessor } from '@grafana/data';
import { NoEditor } from '../../registries/NoEditor.js';

/** A panel's own settings of fields by path, each with what it starts as. */
export type CustomDefaults = Readonly<Record<string, unknown>>;

/** Declares a panel's own settings, for what is not declared is taken out of a panel's options. */
export const custom =
  (defaults: CustomDefaults) =>
  <T>(builder: FieldConfigEditorBuilder<T>): void => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({
        id: path,
        path: path,
        name: path,
        editor: NoEditor,
        override: NoEditor,
        process: identityOverrideProcessor,
        shouldApply: () => true,
        ...(defaultValue === undefined ? {} : { defaultValue: defaultValue as never }),
      });
    }
  };

/** Where a series is not shown; legends write it. */
export const HIDE_FROM = { tooltip: false, viz: false, legend: false };
