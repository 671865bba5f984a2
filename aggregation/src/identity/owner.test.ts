import { ownerOf } from './owner.js';
import { sketchPod } from './testing.js';

describe('ownerOf', () => {
  it.each([
    ['ReplicaSet/ocr-7d4b9c6f5', { 'pod-template-hash': '7d4b9c6f5' }, 'Deployment', 'ocr'],
    ['ReplicaSet/a-b-c-5f6', { 'pod-template-hash': '5f6' }, 'Deployment', 'a-b-c'],
    ['ReplicaSet/canary-66d', { 'rollouts-pod-template-hash': '66d' }, 'Rollout', 'canary'],
    ['ReplicaSet/by-hand', {}, 'ReplicaSet', 'by-hand'],
    ['ReplicaSet/other-7d4', { 'pod-template-hash': '999' }, 'ReplicaSet', 'other-7d4'],
    ['ReplicaSet/x', { 'pod-template-hash': '' }, 'ReplicaSet', 'x'],
    ['Job/nightly-29012345', {}, 'CronJob', 'nightly'],
    ['Job/nightly-1700000000', {}, 'CronJob', 'nightly'],
    ['Job/train-2024', {}, 'Job', 'train-2024'],
    ['Job/train', {}, 'Job', 'train'],
    ['StatefulSet/notebook', {}, 'StatefulSet', 'notebook'],
    ['DaemonSet/agent', {}, 'DaemonSet', 'agent'],
    ['PyTorchJob/bert', {}, 'PyTorchJob', 'bert'],
  ] as const)('%s with %j is %s %s', (owner, labels, kind, name) => {
    expect(ownerOf(sketchPod({ owner, labels: { ...labels } }))).toEqual({ kind, name });
  });

  it('is undefined for a bare pod and for a static one', () => {
    expect(ownerOf(sketchPod({}))).toBeUndefined();
    expect(ownerOf(sketchPod({ owner: 'Node/gpu-1' }))).toBeUndefined();
  });
});
