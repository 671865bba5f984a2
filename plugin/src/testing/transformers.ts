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
  const byId = new Map(Object.values(standardTransformers).map((one) => [one.id, one]));
  standardTransformersRegistry.setInit(() =>
    [...byId].map(
      ([id, transformation]) =>
        ({ id, name: id, transformation }) as unknown as TransformerRegistryItem,
    ),
  );
}
