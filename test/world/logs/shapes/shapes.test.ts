import { createLogHistory, SHIPMENTS, type LogTruth, type Shipment } from '../index.js';

const FROM = Date.UTC(2026, 9, 1, 23);
const truths = [...createLogHistory({ fromMs: FROM, toMs: FROM + 7_200_000, count: 3000 })];
const names = Object.keys(SHIPMENTS) as readonly Shipment[];

const text = (record: unknown): string => JSON.stringify(record);
const podLine = (is: (truth: LogTruth) => boolean): LogTruth => {
  const found = truths.find((truth) => truth.source.kind === 'pod' && is(truth));
  if (found === undefined) throw new Error('the history has no such line');
  return found;
};

describe('shipments', () => {
  it.each(names)('%s carries each line with its time, or leaves it to another', (name) => {
    const isOfHosts = name === 'journald' || name === 'syslog';
    const isRight = (truth: LogTruth): boolean => {
      const record = SHIPMENTS[name](truth);
      if ((truth.source.kind === 'host') !== isOfHosts) return record === undefined;
      const time = text(record?.source['@timestamp']).slice(1, -1);
      return (
        text(record?.source).includes(text(truth.line).slice(1, -1)) &&
        Date.parse(time) === Number(truth.timeNs / 1_000_000n)
      );
    };
    expect(truths.filter((truth) => !isRight(truth))).toEqual([]);
  });

  it('name indices by the day of the line', () => {
    const days = new Set(truths.flatMap((truth) => SHIPMENTS.kubesphere(truth)?.index ?? []));
    expect(days).toEqual(new Set(['ks-logstash-log-2026.10.01', 'ks-logstash-log-2026.10.02']));
  });

  it('spell labels as each shipper does', () => {
    const truth = podLine(({ source }) => source.app === 'orders-api');
    const has = (name: Shipment, key: string): boolean =>
      text(SHIPMENTS[name](truth)).includes(text(key));
    expect(has('fluent-bit', 'app.kubernetes.io/name')).toBe(true);
    expect(has('fluent-bit-underscores', 'app_kubernetes_io/name')).toBe(true);
    expect(has('fluentd-underscores', 'app_kubernetes_io_name')).toBe(true);
    expect(has('filebeat', 'app_kubernetes_io/name')).toBe(true);
    expect(has('otel', 'k8s.pod.label.app.kubernetes.io/name')).toBe(true);
    expect(has('kubesphere', 'orders-api')).toBe(false);
  });

  it("drop the zeros that KubeSphere's filter drops", () => {
    const truth = podLine(({ timeNs }) => timeNs % 1_000_000_000n < 100_000_000n);
    const { source } = SHIPMENTS.kubesphere(truth) ?? { source: {} };
    const fraction = /\.(\d+)Z$/.exec(String((source as { time?: string }).time))?.[1];
    expect(fraction?.length).toBeLessThan(9);
    expect(BigInt(fraction ?? '')).toBe(truth.timeNs % 1_000_000_000n);
  });

  it('put the keys of JSON lines at the root where the shipper merges them', () => {
    const truth = podLine(({ line }) => line.startsWith('{'));
    expect(SHIPMENTS['fluent-bit-merged'](truth)?.source).toMatchObject(
      JSON.parse(truth.line) as object,
    );
  });
});
