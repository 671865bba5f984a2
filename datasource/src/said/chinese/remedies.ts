/** What an administrator can do about what a health check found. */
export const REMEDIES = {
  'remedy.settings': '请修正消息中指出的设置，然后重新保存。',
  'remedy.unreachable':
    '请检查地址是否正确，以及此 Grafana 所在的机器能否访问它们：防火墙、网络策略、DNS。',
  'remedy.tls': '请提供为日志存储证书签名的机构的证书，并使用证书中的名称。',
  'remedy.refused':
    '请检查用户和密码或 API 密钥；该用户需要索引的 read 和 view_index_metadata 权限，以及集群的 monitor 权限。',
  'remedy.timeout': '日志存储响应慢或网络丢包：请查看其负载。',
  'remedy.overloaded': '日志存储过于繁忙：请稍候，或增加其资源。',
  'remedy.unsupported': '请使用 Elasticsearch 6.8 至 9 或 OpenSearch 2、3，并填写正确的产品。',
  'remedy.invalid': '此 Grafana 与日志存储之间有别的程序代为应答：是代理吗？',
  'remedy.index':
    '请将索引模式与日志存储中的索引对照（GET _cat/indices），并检查采集器是否在写入。',
  'remedy.shape': '请手动选择记录格式，或按已知格式之一采集日志。',
  'remedy.exact': '请为新索引使用 gpuscope 随附的索引模板。',
  'remedy.access': '请把自己写入 gpuscope.yaml 的 tenancy.operators，或写入租户文件。',
  'remedy.policy': '请修正租户文件；在此之前没有人能看到日志。',
  'remedy.policyFile': '请让 Grafana 的用户可以读取租户文件。',
  'remedy.log': '请查看 Grafana 的日志。',
  'remedy.ship':
    '请使用 gpuscope 随附的 Fluent Bit 过滤器和索引模板采集（对此后新建的索引有效），或把这些索引排除在模式之外。',
  'remedy.exporter': '请以 cluster 角色运行 gpuscope-exporter，并让此 Prometheus 抓取它。',
  'remedy.metricsUrl': '请修正 metrics.url，或去掉它。',
  'remedy.clocks': '请用 NTP 校准两边的时钟：在此之前，最新的日志可能看似缺失，或看似来自未来。',
  'remedy.https': '请使用 https:// 以及为日志存储证书签名的机构的证书。',
} as const;
