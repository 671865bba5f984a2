import type { DeviceRef } from '@gpuscope/aggregation';

/** A kubelet's device id, understood. */
export interface DeviceId {
  readonly ref: DeviceRef;
  /** One of several allocation tokens of the same device. */
  readonly isReplica: boolean;
}

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

interface Form {
  readonly pattern: RegExp;
  readonly ref: (groups: Readonly<Record<string, string | undefined>>) => DeviceRef;
}

/** Every form seen in the field: NVIDIA's device plugin, old and new, and GKE's. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`^(?<uuid>GPU-${UUID})(?<replica>::\\d+)?$`),
    ref: ({ uuid = '' }) => ({ by: 'uuid', uuid }),
  },
  {
    pattern: new RegExp(`^(?<migUuid>MIG-${UUID})(?<replica>::\\d+)?$`),
    ref: ({ migUuid = '' }) => ({ by: 'migUuid', migUuid }),
  },
  {
    pattern: new RegExp(`^MIG-(?<uuid>GPU-${UUID})/(?<gi>\\d+)/\\d+(?<replica>::\\d+)?$`),
    ref: ({ uuid = '', gi = '' }) => ({ by: 'instance', uuid, gpuInstance: gi }),
  },
  {
    pattern: /^nvidia(?<minor>\d+)(?:\/gi(?<gi>\d+))?(?<replica>\/vgpu\d+)?$/,
    ref: ({ minor = '', gi = '' }) => ({ by: 'minor', minor, gpuInstance: gi }),
  },
];

/** What an id of the kubelet names; undefined for an id of no known form. */
export function parseDeviceId(id: string): DeviceId | undefined {
  for (const { pattern, ref } of FORMS) {
    const groups = pattern.exec(id)?.groups;
    if (groups !== undefined)
      return { ref: ref(groups), isReplica: groups['replica'] !== undefined };
  }
  return undefined;
}

/** Whether an id was made of a GPU's, though perhaps in a way that we can't read: `GPU-<uuid>-3` of a sharing plugin. */
export const looksLikeGpuId = (id: string): boolean => /^(GPU-|MIG-|nvidia\d)/.test(id);
