import type { PanelText } from '../../spec/panelText.js';

const noQuota =
  'No namespace of the choice has a ResourceQuota for requests.nvidia.com/*, or kube-state-metrics is not scraped. To give one: kubectl create quota gpus --hard=requests.nvidia.com/gpu=8 -n NAMESPACE.';

export const quota = {
  title: 'GPU quota',
  description: 'Who may take how many GPUs, and who is at the limit?',
  sections: {
    quotas: 'Who may take how many, and who is at the limit?',
    beside: 'What does no quota govern?',
  },
  panels: {
    numbers: {
      title: 'Now',
      question: 'How much is allowed, how much of it is used up, and who is at the limit?',
      how: 'kube_resourcequota of requests.nvidia.com/*, in units of the resource: a MIG instance and a part of a shared GPU are one each. Nearly used up: over 90 %.',
      ifEmpty: noQuota,
    },
    quotas: {
      title: 'Quotas of namespaces',
      question: 'How full is each quota?',
      how: 'A row per ResourceQuota and resource. The tenant is that of the namespace’s pods; a namespace without any pod shows none. Used up: requests of pods that have not ended, whether they run or wait.',
      ifEmpty: noQuota,
    },
    tenants: {
      title: 'Quotas of tenants',
      question: 'How much may each tenant take in all its namespaces?',
      how: 'Sums over the tenant’s namespaces, per resource. The sum over all tenants may pass what there is: a quota is a limit, not a promise.',
      ifEmpty: noQuota,
    },
    fullest: {
      title: 'Fullest quotas',
      question: 'Who ran into the limit, and when?',
      how: 'The ten fullest at each moment. At 100 % new pods are refused: they do not wait, they are never made; the events of their Job or ReplicaSet say so.',
      ifEmpty: noQuota,
    },
    without: {
      title: 'Namespaces without a quota',
      question: 'Who may take everything?',
      how: 'Namespaces whose pods ask for GPUs and for which no ResourceQuota names them. Asked: in units of the resource; held: GPUs.',
      ifEmpty:
        'Every namespace that asks for GPUs has a quota; or nobody asks for any; or the role cluster of the exporter, which knows, is not scraped.',
    },
    waiting: {
      title: 'Waiting though the quota allows it',
      question: 'Who has the right to GPUs and gets none?',
      how: 'Pending pods were let in by their quota: what they lack is free GPUs. Pods that a quota refused are not here.',
      ifEmpty: 'No pod waits for a GPU; on VMs, or without the role cluster, nobody can tell.',
    },
  } satisfies Record<string, PanelText>,
} as const;
