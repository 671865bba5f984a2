import type { RecordShape } from '../../identity/index.js';
import type { ClusterSource } from '../clusterSource.js';
import type { Field, Layout } from '../layout.js';
import type { KeyedTexts, ShapeTable } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';
import { flattenedMaps, keyedField } from './keyedTexts.js';
import { mergedRoots } from './mergedRoots.js';
import { otherField } from './otherField.js';
import { remembered } from './remembered.js';
import { resolveField } from './resolveField.js';
import type { RoleFields } from './roleFields.js';
import { roleFallbacks, roleFields } from './roleFields.js';

export interface BuildOptions {
  readonly cluster: ClusterSource;
  /** Keys of labels and annotations that are asked for; two of them never share a field. */
  readonly keys: readonly string[];
}

const NO_TIME: Field = { path: '@timestamp', type: 'unmapped' };

/** The field that would hold the line, where none does. */
const noLine = ({ roles }: ShapeTable): Field => ({
  path: roles.message?.[0] ?? 'message',
  type: 'unmapped',
});

function identityOf(
  roles: RoleFields,
  keyed: (places: readonly KeyedTexts[] | undefined) => (key: string) => Field | undefined,
  shape: ShapeTable,
): RecordShape {
  const exact = (places: readonly KeyedTexts[] | undefined) => {
    const find = keyed(places);
    return (key: string) => find(key)?.exact;
  };
  return {
    namespaceName: roles.namespace?.exact,
    podName: roles.pod?.exact,
    host: (roles.host ?? roles.node)?.exact,
    podLabel: exact(shape.podLabels),
    podAnnotation: exact(shape.podAnnotations),
    namespaceLabel: exact(shape.namespaceLabels),
    namespaceAnnotation: exact(shape.namespaceAnnotations),
  };
}

/** The layout of indices that have been found to be alike. */
export function buildLayout(
  shape: ShapeTable,
  view: FieldView,
  indices: readonly string[] | undefined,
  { cluster, keys }: BuildOptions,
): Layout {
  const ofCluster = cluster.kind === 'field' ? resolveField(cluster.field, view) : undefined;
  const found = roleFields(shape, view);
  const roles = {
    ...found,
    ...(ofCluster === undefined ? {} : { cluster: ofCluster }),
    time: found.time ?? NO_TIME,
    message: found.message ?? noLine(shape),
  };
  const keyed = (places: readonly KeyedTexts[] = []) =>
    remembered((key) => keyedField(places, key, view, keys));
  const merged = mergedRoots(shape, view, cluster);
  const flattened = flattenedMaps(shape, view);
  const heading = shape.heading === undefined ? undefined : resolveField(shape.heading, view);
  return {
    shape: shape.name,
    ...(indices === undefined ? {} : { indices }),
    roles,
    fallbacks: roleFallbacks(shape, view),
    ...(heading === undefined ? {} : { heading }),
    ...(merged.length === 0 ? {} : { merged }),
    ...(flattened.length === 0 ? {} : { flattened }),
    podLabel: keyed(shape.podLabels),
    podAnnotation: keyed(shape.podAnnotations),
    identity: identityOf(roles, keyed, shape),
    field: remembered((name) => otherField(name, view)),
  };
}
