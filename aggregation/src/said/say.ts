import { ENGLISH } from './english/index.js';
import type { Said, SaidValue } from './said.js';
import { fillPlaces, inEnglish } from './said.js';

/** All texts that can be said. */
export type SaidId = keyof typeof ENGLISH;

type Places<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

type Values<Id extends SaidId> = Readonly<Record<Places<(typeof ENGLISH)[Id]>, SaidValue>>;

type Given<Id extends SaidId> = [Places<(typeof ENGLISH)[Id]>] extends [never]
  ? readonly []
  : readonly [Values<Id>];

/** A text by its id; a place that is not filled in is a compile error. */
export function say<Id extends SaidId>(id: Id, ...[values]: Given<Id>): Said {
  const given: Readonly<Record<string, SaidValue>> = values ?? {};
  const text = fillPlaces(ENGLISH[id], (name) => inEnglish(given[name] ?? ''));
  return values === undefined ? { id, text } : { id, text, values };
}
