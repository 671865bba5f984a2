import type { Labels } from '../../exposition/exposition.js';

/** Pod, namespace and container as a row's labels spell them. */
export interface RowHolder {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** What the labels of one GPU row say, whatever the generation that wrote them; empty strings where silent. */
export interface RowLabels {
  readonly uuid: string;
  readonly gpu: string;
  readonly pciBusId: string;
  readonly minor: string;
  readonly model: string;
  readonly hostname: string;
  readonly driverVersion: string;
  readonly gpuInstance: string;
  readonly migProfile: string;
  /** Only dynamic resource allocation tells it. */
  readonly migUuid: string;
  readonly holder: RowHolder | undefined;
  /** Whether the row has a place for a holder at all, though it may be empty. */
  readonly namesHolders: boolean;
}

/** Spellings of each label, the one that cannot be a pod's own label first. */
const UUID = ['UUID', 'uuid'];
const LATER_UUID = ['gpu_uuid'];
const MODEL = ['modelName', 'model_name'];
const HOSTNAME = ['Hostname', 'hostname'];
const DRIVER = ['DCGM_FI_DRIVER_VERSION', 'DCGM_FI_SYSTEM_DRIVER_VERSION', 'driver_version'];

/** Labels that only rows of links, switches and processors have, unless a pod's own label has such a name. */
const OTHER_ENTITIES = ['nvlink', 'nvswitch', 'cpu', 'cpucore'];

/** Namespace, pod and container: as of 2.x, and as in 1.x or with its compatibility switch. */
const HOLDER_LABELS = [
  ['namespace', 'pod', 'container'],
  ['pod_namespace', 'pod_name', 'container_name'],
] as const;

const EXPORTED = 'exported_';

/**
 * Whether the text went through a scrape with `honor_labels` off. The plain names then are those of the scrape's target,
 * which is dcgm-exporter's own pod, also on rows of idle devices.
 */
export const isFederated = (labels: Labels): boolean =>
  HOLDER_LABELS.flat().some((name) => labels.has(EXPORTED + name));

/** Whether the row speaks of a link, a switch or a processor. */
export const isOtherEntity = (labels: Labels): boolean =>
  firstOf(labels, UUID) === '' && OTHER_ENTITIES.some((name) => labels.has(name));

/** Reads the labels of a GPU row. */
export function readRowLabels(labels: Labels, federated: boolean): RowLabels {
  const prefix = federated ? EXPORTED : '';
  return {
    uuid: firstOf(labels, [...UUID, ...LATER_UUID]),
    gpu: textOf(labels, 'gpu'),
    pciBusId: textOf(labels, 'pci_bus_id'),
    minor: /^nvidia(\d+)$/.exec(textOf(labels, 'device'))?.[1] ?? '',
    model: firstOf(labels, MODEL),
    hostname: firstOf(labels, HOSTNAME),
    driverVersion: firstOf(labels, DRIVER),
    gpuInstance: textOf(labels, 'GPU_I_ID'),
    migProfile: firstOf(labels, ['GPU_I_PROFILE', 'dra_mig_profile']),
    migUuid: textOf(labels, 'dra_mig_device_uuid'),
    holder: holderOf(labels, prefix),
    namesHolders: HOLDER_LABELS.some(([, pod]) => labels.has(prefix + pod)),
  };
}

function holderOf(labels: Labels, prefix: string): RowHolder | undefined {
  for (const [namespace, pod, container] of HOLDER_LABELS) {
    const name = textOf(labels, prefix + pod);
    if (name === '') continue;
    return {
      namespace: textOf(labels, prefix + namespace),
      pod: name,
      container: textOf(labels, prefix + container),
    };
  }
  return undefined;
}

const firstOf = (labels: Labels, names: readonly string[]): string =>
  names.map((name) => textOf(labels, name)).find((value) => value !== '') ?? '';

/** A label's value; DCGM's texts for "no value" (`<<<NULL>>>`, `<<<NOT_SUPPORTED>>>`, …) read as empty. */
function textOf(labels: Labels, name: string): string {
  const value = labels.get(name) ?? '';
  return /^<<<.*>>>$/.test(value) ? '' : value;
}
