/** What is wrong with a data source's settings. */
export const SETTINGS = {
  'settings.parts': '设置有误：{{problems}}',
  'settings.userMissing': '缺少用户；基本认证需要用户',
  'settings.passwordMissing': '缺少密码；密码是保密设置',
  'settings.keyMissing': '缺少 API 密钥；密钥是保密设置',
  'settings.twoClusters': '不能同时设置 cluster 和 clusterField：要么一个名称，要么保存名称的字段',
  'settings.noNodes': '节点为空；必须填写地址，例如 https://logs-0:9200',
  'settings.noIndex': '缺少索引；必须填写索引模式，例如 logstash-*',
  'settings.url':
    '数据源的 url 必须为空：否则 Grafana 会绕过所有检查，把任何人的请求转发给它；请把地址写在节点中',
  'settings.noFile':
    '此数据源由 gpuscope.yaml 设置，但没有告诉 Grafana 它在哪里；请在 Grafana 配置的 [plugin.gpuscope-logs-datasource] 一节写入 config = /etc/gpuscope/gpuscope.yaml',
  'settings.theFile': '文件',
  'settings.pluginFolder': '插件目录',
  'settings.unreadable': '无法读取{{what}} {{path}}：{{why}}',
  'settings.notAbsolute': '{{what}} {{path}} 必须是绝对路径',
  'settings.openFolder':
    '{{what}} {{path}} 位于插件目录中，而 Grafana 会把该目录的文件提供给任何人；请移走，例如移到 /etc/gpuscope',
  'settings.noAddress': '节点中没有地址',
  'settings.badAddress': '节点：地址应形如 https://store.example:9200；{{address}} 不是',
  'settings.one': '其中一个',
  'settings.userInAddress': '节点：{{address}} 中含有用户或密码；它们有单独的设置项',
} as const;
