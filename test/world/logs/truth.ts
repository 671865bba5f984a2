import type { LogLevel } from '@gpuscope/aggregation/logs';

/** One line that the simulated site wrote, with everything that is true of it whatever shipper carries it. */
export interface LogTruth {
  /** Nanoseconds since the epoch. */
  readonly timeNs: bigint;
  readonly line: string;
  /** What the app meant; absent where neither the line nor the app names one. */
  readonly level?: LogLevel;
  readonly stream: 'stdout' | 'stderr';
  /** Where the line begins in its log file, bytes. */
  readonly offset: number;
  /** 32 hexadecimal digits, or empty. */
  readonly traceId: string;
  readonly source: LogSource;
}

/** Who wrote a line: a container of a pod, or a unit of a machine without Kubernetes. */
export type LogSource = PodSource | HostSource;

interface SourceBase {
  readonly cluster: string;
  /** By the identity rules; empty where none names it. */
  readonly tenant: string;
  readonly app: string;
  readonly user: string;
}

export interface PodSource extends SourceBase {
  readonly kind: 'pod';
  readonly namespace: string;
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly pod: string;
  readonly podUid: string;
  readonly podIp: string;
  readonly container: string;
  readonly containerId: string;
  readonly image: string;
  readonly node: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly owner?: { readonly kind: string; readonly name: string };
}

export interface HostSource extends SourceBase {
  readonly kind: 'host';
  readonly host: string;
  /** systemd's unit. */
  readonly unit: string;
  /** What syslog calls the program. */
  readonly program: string;
  readonly pid: number;
}

/** What a program says at once: its lines come one after the other. */
export interface Said {
  readonly line: string;
  readonly level?: LogLevel;
  readonly stream?: 'stdout' | 'stderr';
  readonly traceId?: string;
}
