import type { Messages } from '../messages.js';

const notScraped =
  'Prometheus 没有抓取我们的任何 exporter（名称含 gpuscope 的 job）：请应用 deploy/manifests/podmonitor.yaml，或使用 deploy/prometheus 中的抓取配置。';

export const exporter = {
  title: 'GPU 采集器',
  description: '关于 GPU 及其使用者，我们该知道的都知道吗？',
  sections: {
    exporters: '所有 exporter 都有响应吗？',
    asked: '它们询问的对象有响应吗？',
    names: '占用的一切都能确定归属吗？',
    given: '数据来源给出了什么？',
    overTime: '一直如此吗？',
  },
  panels: {
    numbers: {
      title: '当前',
      question: '有什么异常，或数据过旧吗？',
      how: 'job 名称含 gpuscope 的 Prometheus 目标，以及 exporter 对其数据来源（指标：DCGM、NVML）与占用来源（谁占用哪个设备）的说明。最旧数据：距产生最旧指标的那个周期的时间；超过一分钟的指标不再提供。',
      ifEmpty: notScraped,
    },
    exporters: {
      title: 'Exporter 列表',
      question: '每个 exporter 状况如何？',
      how: '每个目标一行。数据时效：其指标的新旧。周期：包含询问来源的时间。抓取：由 Prometheus 测得。点击可打开其节点。停止响应的 exporter 的版本保留一天。',
      ifEmpty: notScraped,
    },
    sources: {
      title: '指标来源',
      question: '每个节点的 DCGM 或 NVML 都有响应吗？',
      how: 'gpuscope_exporter_source_*：最近一次询问是否有响应、用时多久，以及上一次成功的时间。',
      ifEmpty: `${notScraped}cluster 角色的 exporter 不询问任何来源。`,
    },
    holders: {
      title: '占用来源',
      question: '知道谁占用哪张卡吗？',
      how: 'gpuscope_exporter_holder_*：kubelet 的 pod resources、DCGM 的标签、注解、主机列表，按 exporter.holders 的顺序。上一次的结果沿用 60 秒，此后其设备算作占用者未知。',
      ifEmpty: `${notScraped}或 gpuscope.yaml 没有配置占用来源。`,
    },
    unknowns: {
      title: '无名或无处可归的占用',
      question: '有用量没有记到任何人名下吗？',
      how: '没有租户、应用或用户的占用者：没有身份规则能确定（gpuscope explain POD 会说明原因）。占用设备却不在 Pod 目录中的 Pod。占用来源提到、却没有指标来源上报的设备。无法识别的资源名。有占用者、却没有来源知道是谁的设备。',
      ifEmpty: notScraped,
    },
    directory: {
      title: 'Pod 目录',
      question: 'exporter 能及时得知 Pod 的变化吗？',
      how: '各 exporter 的 Pod 列表是否与 Kubernetes 同步、有多少 Pod、最近一次收到消息的时间，以及一小时内 watch 重建的次数。',
      ifEmpty: `${notScraped}虚拟机上没有 Pod 目录。`,
    },
    unplaced: {
      title: '没有指标的设备',
      question: '分给 Pod 的哪些设备没有来源上报？',
      how: 'gpuscope_exporter_unplaced_claims：常见原因是 MIG 划分在 DCGM 不知情时改变，或有第二家厂商的 GPU。',
      ifEmpty: '占用来源提到的每个设备都有指标。',
    },
    missing: {
      title: '来源没有给出的指标',
      question: 'counters 文件漏了什么？',
      how: '指标目录中来源没有给出数据的指标，以及涉及的 exporter 数。docs/metrics.md 列出应加入 dcgm-exporter counters 文件的 DCGM 字段。',
      ifEmpty: '每个来源都给出了指标目录中的全部指标。',
    },
    dropped: {
      title: '最近一小时未采用的样本',
      question: '来源是否给出了不可能为真的数据？',
      how: 'gpuscope_exporter_dropped_samples_total，按字段与原因：空值、未知单位、同名而量纲不同。取最大的 100 个。',
      ifEmpty: '来源的每个样本都已成为指标。',
    },
    versions: {
      title: '版本',
      question: '运行的都是同一个程序吗？',
      how: '按版本与角色统计的 exporter 数，来自 gpuscope_exporter_build_info。',
      ifEmpty: notScraped,
    },
    age: {
      title: '数据时效',
      question: '数据曾经过旧吗？',
      how: '距产生所提供指标的那个周期的时间；各时刻最旧的 20 个。',
      ifEmpty: notScraped,
    },
    cycle: {
      title: '周期用时',
      question: '有来源变慢了吗？',
      how: '最近一个周期的用时，包含等待来源的时间；各时刻最慢的 20 个。',
      ifEmpty: notScraped,
    },
    scrape: {
      title: '抓取用时',
      question: 'Prometheus 能很快得到响应吗？',
      how: 'scrape_duration_seconds，各时刻最慢的 20 个。',
      ifEmpty: notScraped,
    },
    series: {
      title: '时间序列数',
      question: 'Prometheus 为此付出多少？',
      how: '最近一个周期的序列数，不含 exporter 自身的；取最大的 20 个。',
      ifEmpty: notScraped,
    },
    failures: {
      title: '失败的周期',
      question: '有 exporter 自身出错吗？',
      how: '最近一小时的失败次数：每一次都是我们的缺陷；exporter 的日志中有堆栈。',
      ifEmpty: notScraped,
    },
  },
} as const satisfies Messages['exporter'];
