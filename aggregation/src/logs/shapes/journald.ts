import type { ShapeTable } from './shapeTable.js';

/** systemd's journal: its own field names (Fluent Bit, `journalctl -o json`), or Filebeat's journald input. */
export const journald: ShapeTable = {
  name: 'journald',
  needs: [
    ['@timestamp', '__REALTIME_TIMESTAMP'],
    ['MESSAGE', 'message'],
    ['MESSAGE', 'systemd.unit', 'systemd.transport', 'journald.host.boot_id'],
    ['_HOSTNAME', 'host.hostname', 'host.name', 'hostname'],
  ],
  lacks: ['kubernetes.pod.name', 'kubernetes.pod_name'],
  roles: {
    time: ['@timestamp', '__REALTIME_TIMESTAMP'],
    message: ['MESSAGE', 'message'],
    host: ['_HOSTNAME', 'host.hostname', 'host.name', 'hostname'],
    unit: ['_SYSTEMD_UNIT', 'systemd.unit'],
    stream: ['_TRANSPORT', 'systemd.transport'],
    level: ['gpuscope.level', 'PRIORITY', 'log.syslog.priority', 'log.syslog.severity.code'],
    app: ['gpuscope.app'],
    user: ['gpuscope.user'],
    offset: ['log.offset'],
  },
  levels: {
    PRIORITY: 'syslog',
    'log.syslog.priority': 'syslog',
    'log.syslog.severity.code': 'syslog',
  },
};
