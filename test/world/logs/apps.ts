import type { LoadKind, VoiceName, WorldApp } from '../model/site.js';
import { java } from './voices/java.js';
import { klog, logfmt, machine, nginx, notebook } from './voices/others.js';
import { serving } from './voices/serving.js';
import { training } from './voices/training.js';
import type { Voice } from './voices/voice.js';

const VOICES: Readonly<Record<VoiceName, Voice>> = {
  training,
  serving,
  notebook,
  logfmt,
  java,
  nginx,
  klog,
};

const OF_KIND: Readonly<Record<LoadKind, VoiceName>> = {
  training: 'training',
  serving: 'serving',
  notebook: 'notebook',
  batch: 'logfmt',
  service: 'java',
};

/** How the world's own apps log. */
export const voiceOf = ({ kind, voice }: Pick<WorldApp, 'kind' | 'voice'>): Voice =>
  VOICES[voice ?? OF_KIND[kind]];

/** An app without GPUs, that the simulated site has for its logs' sake. */
export interface LogApp {
  readonly namespace: string;
  readonly name: string;
  readonly container: string;
  readonly replicas: number;
  /** How much it logs, against 1 of a pod with a GPU. */
  readonly weight: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly owner: 'Deployment' | 'CronJob' | 'PyTorchJob';
  readonly voice: Voice;
}

/** Labels as they are met: both `app` and `app.kubernetes.io/name`, one of them, a platform's own, none. */
export const LOG_APPS: readonly LogApp[] = [
  {
    namespace: 'search',
    name: 'orders-api',
    container: 'api',
    replicas: 3,
    weight: 4,
    labels: {
      app: 'orders-api',
      'app.kubernetes.io/name': 'orders-api',
      'app.kubernetes.io/version': '2.4.1',
    },
    annotations: { 'kubesphere.io/creator': 'ana.silva', 'prometheus.io/scrape': 'true' },
    owner: 'Deployment',
    voice: java,
  },
  {
    namespace: 'search',
    name: 'gateway',
    container: 'nginx',
    replicas: 2,
    weight: 4,
    labels: { app: 'gateway' },
    owner: 'Deployment',
    voice: nginx,
  },
  {
    namespace: 'ml-platform',
    name: 'queue-controller',
    container: 'manager',
    replicas: 1,
    weight: 1,
    labels: { 'app.kubernetes.io/name': 'queue-controller', 'control-plane': 'controller-manager' },
    owner: 'Deployment',
    voice: klog,
  },
  {
    namespace: 'team-vision',
    name: 'segment-train',
    container: 'pytorch',
    replicas: 2,
    weight: 1,
    labels: {
      'training.kubeflow.org/job-name': 'segment-train',
      'training.kubeflow.org/replica-type': 'worker',
    },
    annotations: { 'kubesphere.io/creator': 'raj.patel' },
    owner: 'PyTorchJob',
    voice: training,
  },
  {
    namespace: 'risk-models',
    name: 'nightly-report',
    container: 'report',
    replicas: 1,
    weight: 0.5,
    labels: {},
    owner: 'CronJob',
    voice: logfmt,
  },
  {
    namespace: 'risk-models',
    name: 'orders-api',
    container: 'api',
    replicas: 1,
    weight: 1,
    labels: { app: 'orders-api', 'app.kubernetes.io/name': 'orders-api' },
    owner: 'Deployment',
    voice: java,
  },
];

/** A machine without Kubernetes, and the programs that log there. */
export interface LogHost {
  readonly host: string;
  readonly weight: number;
  readonly programs: readonly { readonly unit: string; readonly program: string }[];
}

export const LOG_HOST_VOICE = machine;

const PROGRAMS = [
  { unit: 'ocr-batch.service', program: 'ocr-batch' },
  { unit: 'ssh.service', program: 'sshd' },
  { unit: '', program: 'kernel' },
] as const;

export const LOG_HOSTS: readonly LogHost[] = ['gpu-vm-1', 'gpu-vm-2', 'build-vm-1'].map((host) => ({
  host,
  weight: 0.5,
  programs: PROGRAMS,
}));

/** Whose the machines are, as gpuscope.yaml's `exporter.hosts` says it; `build-vm-1` is nobody's. */
export const LOG_HOST_REGISTRY: ReadonlyMap<
  string,
  { readonly tenant: string; readonly app: string; readonly user: string }
> = new Map([['gpu-vm-*', { tenant: 'risk', app: 'ocr-batch', user: 'li.wei' }]]);
