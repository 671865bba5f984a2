import type { LogTruth, PodSource } from '../truth.js';
import { dayOf, isoMillis } from './day.js';
import type { ShippedRecord } from './record.js';

/** A pod's line as KubeSphere's default Fluent Bit filter leaves it: no labels, stream, host or pod_id. */
export function kubesphereRecord(
  truth: LogTruth,
  source: PodSource,
  prefix = 'ks-logstash-log',
): ShippedRecord {
  return {
    index: `${prefix}-${dayOf(truth)}`,
    source: {
      '@timestamp': isoMillis(truth),
      log: `${truth.line}\n`,
      time: timeWithDroppedZeros(truth),
      kubernetes: {
        pod_name: source.pod,
        namespace_name: source.namespace,
        container_name: source.container,
        docker_id: source.containerId,
        container_image: source.image,
      },
    },
  };
}

/** Its script prints the nanoseconds as a number: 12,345,678 becomes `.12345678`. */
function timeWithDroppedZeros(truth: LogTruth): string {
  return `${isoMillis(truth).slice(0, 19)}.${String(truth.timeNs % 1_000_000_000n)}Z`;
}
