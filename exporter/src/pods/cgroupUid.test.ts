import type { PodInfo } from '@gpuscope/aggregation';
import { cgroupUid } from './cgroupUid.js';

const UID = '5b8f2c1e-0000-4000-8000-000000000001';
const HASH = '0123456789abcdef0123456789abcdef';

const pod = (annotations: Readonly<Record<string, string>>, ownerKind?: string): PodInfo => ({
  namespace: 'synthetic-ns',
  name: 'synthetic-pod',
  uid: UID,
  node: 'gpu-1',
  phase: 'Running',
  labels: new Map(),
  annotations: new Map(Object.entries(annotations)),
  ...(ownerKind !== undefined && { owner: { kind: ownerKind, name: 'gpu-1' } }),
});

describe('the uid in the paths of a pod’s cgroups', () => {
  it.each([
    ['a bare pod', pod({}), UID],
    ['a static pod', pod({ 'kubernetes.io/config.hash': HASH }, 'Node'), HASH],
    [
      'a static pod of an older kubelet',
      pod({ 'kubernetes.io/config.mirror': HASH }, 'Node'),
      HASH,
    ],
    ['a static pod whose hash nobody wrote down', pod({}, 'Node'), UID],
    ['a pod that only says it is static', pod({ 'kubernetes.io/config.hash': HASH }), UID],
    [
      'a Deployment’s pod that says so',
      pod({ 'kubernetes.io/config.hash': HASH }, 'ReplicaSet'),
      UID,
    ],
    [
      'a pod that would be taken for another',
      pod({ 'kubernetes.io/config.hash': '5b8f2c1e-0000-4000-8000-000000000002' }, 'Node'),
      UID,
    ],
  ])('of %s', (_, sketch, uid) => expect(cgroupUid(sketch)).toBe(uid));
});
