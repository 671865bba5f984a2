import type { LogLevel } from '@gpuscope/aggregation/logs';
import { isoNanos } from '../cri.js';
import type { HostSource, LogTruth } from '../truth.js';
import { dayOf } from './day.js';
import type { ShippedRecord } from './record.js';

/** syslog's severities (RFC 5424), with the words that rsyslog prints. */
const PRIORITY: Readonly<Record<LogLevel, readonly [number: number, word: string]>> = {
  critical: [2, 'crit'],
  error: [3, 'err'],
  warning: [4, 'warning'],
  info: [6, 'info'],
  debug: [7, 'debug'],
  trace: [7, 'debug'],
};

/** A machine's line as Fluent Bit's systemd input writes it. */
export function journaldRecord(truth: LogTruth, source: HostSource): ShippedRecord {
  return {
    index: `journald-${dayOf(truth)}`,
    source: {
      '@timestamp': isoNanos(truth.timeNs),
      MESSAGE: truth.line,
      PRIORITY: String(PRIORITY[truth.level ?? 'info'][0]),
      SYSLOG_IDENTIFIER: source.program,
      _HOSTNAME: source.host,
      _TRANSPORT: source.program === 'kernel' ? 'kernel' : 'stdout',
      ...(source.unit === '' ? {} : { _SYSTEMD_UNIT: source.unit }),
      ...(source.pid === 0 ? {} : { _PID: String(source.pid) }),
    },
  };
}

/** A machine's line as rsyslog's omelasticsearch writes it with the template of its own documentation. */
export function syslogRecord(truth: LogTruth, source: HostSource): ShippedRecord {
  const pid = source.pid === 0 ? '' : `[${String(source.pid)}]`;
  return {
    index: `syslog-${dayOf(truth)}`,
    source: {
      // rsyslog keeps microseconds.
      '@timestamp': `${isoNanos(truth.timeNs).slice(0, 26)}Z`,
      host: source.host,
      severity: PRIORITY[truth.level ?? 'info'][1],
      facility: source.program === 'kernel' ? 'kern' : 'daemon',
      programname: source.program,
      syslogtag: `${source.program}${pid}:`,
      message: truth.line,
    },
  };
}
