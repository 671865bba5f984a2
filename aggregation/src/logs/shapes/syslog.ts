import type { ShapeTable } from './shapeTable.js';

/** Machines' syslog, as rsyslog's omelasticsearch or Filebeat's syslog input write it. */
export const syslog: ShapeTable = {
  name: 'syslog',
  needs: [
    ['@timestamp', 'timereported', 'timestamp'],
    ['message', 'msg'],
    [
      'syslogtag',
      'programname',
      'syslog.severity',
      'syslog.severity_label',
      'syslog.priority',
      'log.syslog.priority',
      'log.syslog.severity.code',
      'log.syslog.appname',
    ],
    ['host', 'hostname', 'host.name', 'host.hostname', 'log.syslog.hostname', 'fromhost'],
  ],
  lacks: ['kubernetes.pod.name', 'kubernetes.pod_name'],
  roles: {
    time: ['@timestamp', 'timereported', 'timestamp'],
    message: ['message', 'msg'],
    host: ['host', 'hostname', 'log.syslog.hostname', 'host.hostname', 'host.name', 'fromhost'],
    unit: ['programname', 'log.syslog.appname', 'process.program', 'process.name', 'app-name'],
    level: [
      'gpuscope.level',
      'severity',
      'syslog.severity_label',
      'syslog.severity',
      'log.syslog.severity.name',
      'log.syslog.severity.code',
      'event.severity',
    ],
    app: ['gpuscope.app'],
    user: ['gpuscope.user'],
    offset: ['log.offset'],
  },
  levels: {
    severity: 'syslog',
    'syslog.severity': 'syslog',
    'log.syslog.severity.code': 'syslog',
    'event.severity': 'syslog',
  },
};
