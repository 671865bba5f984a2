import { t } from '@grafana/i18n';
import type { ShapeName } from '@gpuscope/aggregation/logs';

interface ShapeOption {
  readonly value: ShapeName | 'auto';
  readonly label: string;
  readonly description: string;
}

/** The shapes that records come in, each by the shipper that writes it. */
export const shapeOptions = (): ShapeOption[] => [
  {
    value: 'auto',
    label: t('config.shape.auto', 'Find out'),
    description: t(
      'config.shape.autoHelp',
      'From the fields of the index; several side by side too',
    ),
  },
  {
    value: 'fluent-bit',
    label: 'Fluent Bit',
    description: 'kubernetes.pod_name, log, kubernetes.labels',
  },
  {
    value: 'kubesphere',
    label: 'KubeSphere',
    description: 'ks-logstash-log-*, ks-whizard-logging*',
  },
  {
    value: 'fluentd',
    label: 'Fluentd',
    description: 'kubernetes.pod_name, message, kubernetes.labels',
  },
  {
    value: 'ecs',
    label: 'Filebeat, ECS',
    description: 'kubernetes.pod.name, message, log.level',
  },
  {
    value: 'otel',
    label: 'OpenTelemetry',
    description: 'resource.attributes, body.text, severity_text',
  },
  {
    value: 'journald',
    label: 'journald',
    description: t('config.shape.journald', 'Machines: _HOSTNAME, _SYSTEMD_UNIT, MESSAGE'),
  },
  {
    value: 'syslog',
    label: 'syslog',
    description: t('config.shape.syslog', 'Machines: host, program, message'),
  },
];
