import type { ShapeName } from '../layout.js';
import { ecs } from './ecs.js';
import { events } from './events.js';
import { fluentBit } from './fluentBit.js';
import { fluentd } from './fluentd.js';
import { journald } from './journald.js';
import { kubesphere } from './kubesphere.js';
import { otel } from './otel.js';
import type { ShapeTable } from './shapeTable.js';
import { syslog } from './syslog.js';

export type { KeyedTexts, ShapeTable, Spelling } from './shapeTable.js';

/** In the order in which they are tried: the pickier before those whose fields they share. */
export const SHAPES: readonly ShapeTable[] = [
  kubesphere,
  events,
  fluentd,
  fluentBit,
  otel,
  journald,
  syslog,
  ecs,
];

const BY_NAME = new Map(SHAPES.map((shape) => [shape.name, shape]));

export function shapeNamed(name: ShapeName): ShapeTable {
  const shape = BY_NAME.get(name);
  if (shape === undefined) throw new Error(`no record shape is called ${name}`);
  return shape;
}
