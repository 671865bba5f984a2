import { get } from 'node:http';
import { text as read } from 'node:stream/consumers';
import { previewBrokerVariable } from './previewBroker.js';

/** Where the app is looked at. */
export interface Site {
  /** Without a slash at its end. */
  readonly url: string;
  readonly kind: 'preview' | 'grafana';
}

/** Waits as long as it takes, which `fetch` does not: on a busy machine a start takes longer than its five minutes. */
const patientGet = (url: string): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      read(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    }).on('error', reject);
  });

/**
 * The site that specs walk: the Grafana of GRAFANA_URL, else the preview of GPUSCOPE_PREVIEW_URL that runs already, else
 * the preview of this run, which the first spec starts.
 *
 * A Grafana must have the app installed and its data sources provisioned; GRAFANA_USER and GRAFANA_PASSWORD (both
 * `admin` by default) are a server administrator's, since specs make visitors of their own and remove them.
 *
 * @throws {Error} with what hindered the preview from starting
 */
export async function openPreview(): Promise<Site> {
  const grafana = process.env.GRAFANA_URL;
  if (grafana !== undefined && grafana !== '') {
    return { url: grafana.replace(/\/+$/, ''), kind: 'grafana' };
  }
  const running = process.env.GPUSCOPE_PREVIEW_URL;
  if (running !== undefined && running !== '') {
    return { url: running.replace(/\/+$/, ''), kind: 'preview' };
  }
  const broker = process.env[previewBrokerVariable];
  if (broker === undefined)
    throw new Error(`${previewBrokerVariable} is not set: run jest with its global set-up`);
  const { status, text } = await patientGet(broker);
  if (status !== 200) throw new Error(`the preview did not start: ${text}`);
  return { url: text, kind: 'preview' };
}
