import type { Metadata } from './commentLine.js';
import type { Family } from './exposition.js';
import { show } from './show.js';

type Field = Metadata['kind'];

/** What the comment lines say; the first word on a family stands. */
export class FamilyTable {
  private readonly table = new Map<string, Partial<Record<Field, string>>>();

  /** Keeps what a comment says, or tells why it cannot. Saying the same again is no conflict. */
  add(comment: Metadata): string | undefined {
    const said = comment.kind === 'type' ? comment.type : comment.text;
    const family = this.table.get(comment.name) ?? {};
    const earlier = family[comment.kind];
    if (earlier === undefined) {
      family[comment.kind] = said;
      this.table.set(comment.name, family);
      return undefined;
    }
    if (earlier === said) return undefined;
    return `the ${comment.kind} of ${show(comment.name)} is ${show(said)} here and ${show(earlier)} before; the first one is kept`;
  }

  families(): ReadonlyMap<string, Family> {
    const families = new Map<string, Family>();
    for (const [name, { type, help, unit }] of this.table) {
      families.set(name, {
        name,
        type: (type ?? 'unknown') as Family['type'],
        help: help ?? '',
        unit: unit ?? '',
      });
    }
    return families;
  }
}
