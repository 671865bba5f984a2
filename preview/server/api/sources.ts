import { httpStatusOf } from '../backend/answers.js';
import { readQueries } from '../backend/queries.js';
import type { Sources } from '../backend/sources.js';
import { readJson, sendJson, type Call } from '../http/call.js';

/** POST /api/ds/query */
export const queryData =
  (sources: Sources) =>
  async (call: Call): Promise<void> => {
    const asked = readQueries(await readJson(call));
    const found = await Promise.all(asked.map((queries) => sources.query(queries, call.signal)));
    const results = Object.assign({}, ...found) as (typeof found)[number];
    sendJson(call, { results }, httpStatusOf(results));
  };

/** GET /api/datasources/uid/<uid>/health */
export const checkHealth =
  (sources: Sources) =>
  async (call: Call): Promise<void> => {
    const [uid = ''] = call.caught;
    const { status, message, details } = await sources.health(uid, call.signal);
    const more = details === '' ? {} : { details: JSON.parse(details) as unknown };
    sendJson(call, { status, message, ...more }, status === 'OK' ? 200 : 400);
  };
