import {
  standardTransformers,
  standardTransformersRegistry,
  type TransformerRegistryItem,
} from '@grafana/data';

let isSet = false;

/** Grafana's own transformations, without their editors. */
export function setTransformers(): void {
  if (isSet) return;
  isSet = true;
  standardTransformersRegistry.setInit(() =>
    Object.values(standardTransformers).map(
      (transformation) =>
        ({
          id: transformation.id,
          name: transformation.name,
          transformation,
        }) as unknown as TransformerRegistryItem,
    ),
  );
}
