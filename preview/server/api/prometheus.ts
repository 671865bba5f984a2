import { HttpError, type Call } from '../http/call.js';
import { forward } from '../http/forward.js';

/** Reading only; what would delete series or end the server stays out. */
const READS = /^api\/v1\/(?!admin(?:\/|$))[\w/.:-]+$/;

/** Puts what pages ask of Prometheus to the one that runs. */
export const askPrometheus =
  (address: () => string | undefined) =>
  async (call: Call): Promise<void> => {
    const [path = ''] = call.caught;
    const upstream = address();
    if (upstream === undefined) throw new HttpError(503, 'Prometheus is not there yet');
    if (!READS.test(path) || path.includes('..'))
      throw new HttpError(403, `the preview asks Prometheus below api/v1 only, not ${path}`);
    const query = call.url.includes('?') ? call.url.slice(call.url.indexOf('?')) : '';
    const target = `${upstream.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}${query}`;
    await forward(call, target, 'Prometheus');
  };
