/** A part of a dashboard's JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** Every panel and query asks the data source that is chosen at the top. */
export const DATASOURCE: Json = { type: 'prometheus', uid: '${datasource}' };

/** `uid` of a board; links and bookmarks hang on it. */
export const uidOf = (id: string): string => `gpuscope-${id}`;
