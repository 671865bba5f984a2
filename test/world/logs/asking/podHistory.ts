import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPrometheus, type PrometheusServer } from '../../../servers/index.js';
import { createOpenMetrics } from '../../history/openMetrics.js';
import type { LogTruth, PodSource } from '../truth.js';

/**
 * A real Prometheus that knows which pods there were, and whose: `workload_pod_info` as the exporter's role `cluster`
 * serves it, for as long as each pod logged.
 */
export async function startPodHistory(
  truths: Iterable<LogTruth>,
  folder: string,
): Promise<PrometheusServer> {
  const writer = createOpenMetrics();
  for (const { source, fromSeconds, toSeconds } of livesOf(truths)) {
    const { cluster, tenant, namespace, pod, app, user, node } = source;
    const labels = { cluster, tenant, namespace, pod, app, user, node };
    for (let at = fromSeconds; at < toSeconds + 60; at += 60) {
      writer.add('workload_pod_info', 'gauge', labels, 1, Math.min(at, toSeconds));
    }
  }
  await mkdir(folder, { recursive: true });
  const history = join(folder, 'pods.om');
  await writeFile(history, writer.text());
  return startPrometheus({ history });
}

interface Life {
  readonly source: PodSource;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

function livesOf(truths: Iterable<LogTruth>): readonly Life[] {
  const lives = new Map<PodSource, Life>();
  for (const { source, timeNs } of truths) {
    if (source.kind !== 'pod') continue;
    const seconds = Number(timeNs / 1_000_000_000n);
    const fromSeconds = lives.get(source)?.fromSeconds ?? seconds;
    lives.set(source, { source, fromSeconds, toSeconds: seconds });
  }
  return [...lives.values()];
}
