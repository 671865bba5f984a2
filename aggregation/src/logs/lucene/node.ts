/** One end of a range; absent: open. */
export interface Bound {
  readonly value: string;
  readonly isInclusive: boolean;
}

/** A piece of a term: a text, or a wildcard (`*` any text, `?` any character). */
export interface Segment {
  readonly text: string;
  readonly isWildcard: boolean;
}

export type Value =
  | { readonly kind: 'term'; readonly segments: readonly Segment[] }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'range'; readonly from?: Bound; readonly to?: Bound };

/** What a query says, with the place (characters from 0) of each part for messages. */
export type Node =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }
  | {
      readonly kind: 'test';
      /** Absent: the message. */
      readonly field?: string;
      readonly value: Value;
      readonly at: number;
    };
