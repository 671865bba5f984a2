import type { en } from './en/index.js';

type Translated<T> = T extends string ? string : { readonly [Key in keyof T]: Translated<T[Key]> };

/** All words of the boards, by key. A language is one such table; a key that it lacks is a compile error. */
export type Messages = Translated<typeof en>;
