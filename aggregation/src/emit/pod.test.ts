import { DEFAULT_IDENTITY } from '../identity/defaults.js';
import { resolverOf } from '../identity/resolve.js';
import { sketchNamespace, sketchPod } from '../identity/testing.js';
import type { PodInfo } from '../identity/subject.js';
import { podSeries } from './pod.js';

const directory = {
  namespace: (name: string) => sketchNamespace(name, { 'kubesphere.io/workspace': 'risk' }),
};

const series = (pod: PodInfo, cluster?: string) =>
  podSeries([pod], directory, resolverOf(DEFAULT_IDENTITY), cluster);

const POD: PodInfo = {
  ...sketchPod({
    namespace: 'team-a',
    name: 'train-7d9f8b6c5d-x2x4z',
    labels: { app: 'train', 'pod-template-hash': '7d9f8b6c5d' },
    owner: 'ReplicaSet/train-7d9f8b6c5d',
  }),
  requests: new Map([['nvidia.com/gpu', 2]]),
};

describe('podSeries', () => {
  it('names a pod, its owner and its node', () => {
    expect(series(POD)[0]).toEqual({
      metric: 'workload_pod_info',
      labels: {
        namespace: 'team-a',
        pod: 'train-7d9f8b6c5d-x2x4z',
        tenant: 'risk',
        app: 'train',
        user: '',
        owner_kind: 'Deployment',
        owner_name: 'train',
        node: 'synthetic-node-1',
      },
      value: 1,
    });
  });

  it('tells the GPUs that a pod asks for, pending ones too', () => {
    const pending = { ...POD, phase: 'Pending', node: '' };
    expect(series(pending)[1]).toMatchObject({
      metric: 'workload_pod_requested_gpus',
      labels: { tenant: 'risk', resource: 'nvidia.com/gpu', phase: 'Pending' },
      value: 2,
    });
  });

  it.each(['Succeeded', 'Failed'])('does not count what a pod that has %s asked for', (phase) => {
    expect(series({ ...POD, phase }).map(({ metric }) => metric)).toEqual(['workload_pod_info']);
  });

  it('carries the cluster where it is given', () => {
    for (const { labels } of series(POD, 'idc1')) expect(labels['cluster']).toBe('idc1');
    for (const { labels } of series(POD)) expect(labels).not.toHaveProperty('cluster');
  });
});
