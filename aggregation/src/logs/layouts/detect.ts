import { SHAPES } from '../shapes/index.js';
import type { ShapeTable } from '../shapes/index.js';
import type { FieldView } from './fieldView.js';
import { isMap, isParent } from './resolveField.js';

/** Whether a field is mapped, or, for a path that ends in a dot, anything under it. */
function isMapped(path: string, view: FieldView): boolean {
  if (path.endsWith('.')) {
    const base = path.slice(0, -1);
    return view.types(base).some(isMap) || view.under(base).length > 0;
  }
  return view.types(path).some((type) => !isParent(type));
}

/** What a shape needs and these indices lack; each list is of fields of which one would do. */
export const lackedBy = (shape: ShapeTable, view: FieldView): readonly (readonly string[])[] =>
  shape.needs.filter((anyOf) => !anyOf.some((path) => isMapped(path, view)));

/** The shape of an index, by its name, else by its fields. */
export function shapeOf(index: string, view: FieldView): ShapeTable | undefined {
  return SHAPES.find((shape) => {
    if (shape.index !== undefined) return shape.index.test(index);
    const isOther = shape.lacks?.some((path) => isMapped(path, view)) ?? false;
    return !isOther && lackedBy(shape, view).length === 0;
  });
}
