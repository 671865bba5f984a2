import type { Language } from '../messages/languages.js';
import type { BoardId } from '../spec/link.js';

/** `uid` of a board in a Grafana. */
export type UidOf = (id: BoardId) => string;

/** A Grafana has one board of a `uid`: each language has its own, so that a site can have several. */
const SUFFIXES: Readonly<Record<Language, string>> = { en: '', zh: '-zh-Hans' };

/** The `uid`s of the boards in a language; links and bookmarks hang on them. */
export const uidsIn =
  (language: Language): UidOf =>
  (id) =>
    `gpuscope-${id}${SUFFIXES[language]}`;
