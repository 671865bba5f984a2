import { HttpError, sendJson, type Call } from '../http/call.js';
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

/** GET /api/datasources/uid/prometheus/health */
export const prometheusHealth =
  (address: () => string | undefined) =>
  async (call: Call): Promise<void> => {
    try {
      const answer = await fetch(`${address() ?? ''}/api/v1/query?query=1`, {
        signal: call.signal,
      });
      if (!answer.ok) throw new Error(`it answers with HTTP ${answer.status}`);
      sendJson(call, { status: 'OK', message: 'Prometheus answers.' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      sendJson(call, { status: 'ERROR', message: `Prometheus does not answer: ${why}` }, 400);
    }
  };
