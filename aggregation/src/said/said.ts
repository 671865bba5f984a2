/** What stands in a place of a text: names and figures as they are, texts within texts, or several of these. */
export type SaidValue = string | number | Said | readonly SaidValue[];

/**
 * A text for people that other languages can say too: its English words, and for who knows another language which text
 * it is and what stands in its places. It goes over the wire as it is.
 */
export interface Said {
  /** For example `notice.shardsFailed`; stays the same when the words change. */
  readonly id: string;
  readonly text: string;
  readonly values?: Readonly<Record<string, SaidValue>>;
}

const PLACE = /\{\{(\w+)\}\}/gu;

/** The names of a text's places: what stands in `{{…}}`. */
export const placesOf = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(PLACE)].map(([, name = '']) => name)),
];

/** A text with its places filled in; what is filled in is not looked through again. */
export const fillPlaces = (template: string, valueOf: (name: string) => string): string =>
  template.replace(PLACE, (_, name: string) => valueOf(name));

const isList = (value: SaidValue): value is readonly SaidValue[] => Array.isArray(value);

/** A value in English. */
export function inEnglish(value: SaidValue): string {
  if (isList(value)) return value.map(inEnglish).join('; ');
  return typeof value === 'object' ? value.text : String(value);
}
