import type { Messages } from '../messages.js';

const noQuota =
  '所选命名空间都没有针对 requests.nvidia.com/* 的 ResourceQuota，或尚未抓取 kube-state-metrics。设置方法：kubectl create quota gpus --hard=requests.nvidia.com/gpu=8 -n NAMESPACE。';

export const quota = {
  title: 'GPU 配额',
  description: '谁可以用多少 GPU，谁已到上限？',
  sections: {
    quotas: '谁可以用多少，谁已到上限？',
    beside: '哪些不受配额约束？',
  },
  panels: {
    numbers: {
      title: '当前',
      question: '配额共多少，已用多少，谁已到上限？',
      how: 'requests.nvidia.com/* 的 kube_resourcequota，以资源份数计：一个 MIG 实例、一份共享 GPU 各算一份。接近用尽：超过 90 %。',
      ifEmpty: noQuota,
    },
    quotas: {
      title: '命名空间的配额',
      question: '每个配额用了多少？',
      how: '每个 ResourceQuota 与资源一行。租户取自该命名空间的 Pod；没有 Pod 的命名空间不显示租户。已用：未结束的 Pod 的申请量，不论在运行还是在等待。',
      ifEmpty: noQuota,
    },
    tenants: {
      title: '租户的配额',
      question: '每个租户在其全部命名空间中可以用多少？',
      how: '按资源汇总租户的各命名空间。所有租户之和可以超过现有资源：配额是上限，不是承诺。',
      ifEmpty: noQuota,
    },
    fullest: {
      title: '最满的配额',
      question: '谁在什么时候碰到了上限？',
      how: '各时刻最满的十个。到 100 % 时新 Pod 会被拒绝：它们不是在等待，而是根本没有被创建；其 Job 或 ReplicaSet 的事件会说明。',
      ifEmpty: noQuota,
    },
    without: {
      title: '没有配额的命名空间',
      question: '谁可以无限制地使用？',
      how: '其 Pod 申请了 GPU、却没有任何 ResourceQuota 约束的命名空间。申请：以资源份数计；已分配：以卡数计。',
      ifEmpty:
        '申请 GPU 的命名空间都有配额；或没有人申请；或没有抓取 exporter 的 cluster 角色（由它得知）。',
    },
    waiting: {
      title: '配额允许却仍在等待',
      question: '谁有权使用 GPU 却拿不到？',
      how: 'Pending 状态的 Pod 已通过配额：它们缺的是空闲的 GPU。被配额拒绝的 Pod 不在此列。',
      ifEmpty: '没有 Pod 在等 GPU；虚拟机站点，或未部署 cluster 角色时，无法得知。',
    },
  },
} as const satisfies Messages['quota'];
