/** A part of a dashboard's JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** Every panel and query asks the data source that is chosen at the top. */
export const DATASOURCE: Json = { type: 'prometheus', uid: '${datasource}' };
