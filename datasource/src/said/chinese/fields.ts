/** Why a field can't be asked, compared or counted. */
export const FIELDS = {
  'field.notWhole':
    '{{indices}} 的字段“{{field}}”（{{role}}）是 {{type}} 类型：只有 keyword 或 keyword 类型的子字段才能判断谁可以查看记录；请这样映射，或排除这些索引',
  'field.wordsOnly':
    '“{{name}}”在 {{indices}} 中是字段“{{field}}”，类型为 {{type}}，只保存分词：其值无法比较或计数；{{advice}}',
  'field.searchInstead': '请改用搜索词',
  'field.mapOrSearch': '请映射为 keyword，或添加 keyword 类型的子字段，或改用搜索词',
  'field.nowhere': '此数据源的索引中没有可精确查询“{{name}}”的字段；{{advice}}',
  'field.shipIt': '需要由采集器写入记录',
  'field.misspelt': '名称可能有误，或该字段映射为 text：请映射为 keyword',
  'field.notListed':
    '无法列出 {{indices}} 中“{{field}}”的值，因为其类型为 {{type}}：请映射为 keyword',
  'field.notCounted':
    '无法按“{{asked}}”计数：其字段“{{field}}”的类型为 {{type}}，日志存储无法列出它的值；请映射为 keyword，或按应用、命名空间或 Pod 计数',
  'field.noNumber': '字段“{{field}}”的类型为 {{type}}：{{value}} 不是数字',
  'field.noBoolean':
    '字段“{{field}}”的类型为 {{type}}：{{value}} 不是布尔值；允许的值为 true 或 false',
  'field.noTime':
    '字段“{{field}}”的类型为 {{type}}：{{value}} 不是时间；允许 ISO 8601 或毫秒时间戳',
  'field.noAddress': '字段“{{field}}”的类型为 {{type}}：{{value}} 不是 IP 地址',
  'field.timesDiffer':
    '“{{index}}”的各索引用不同字段保存时间（{{fields}}），一次搜索无法据此排序：请为每种各建一个数据源',
  'field.noLevel':
    '记录中没有级别字段，因此无法按级别选择或计数：请让采集器写入（随附的 Fluent Bit 过滤器会写入 gpuscope.level），或搜索 ERROR 之类的词',
  'who.notAsked':
    '无法在 {{indices}} 中按{{name}} {{value}} 查询：{{reason}}；请让采集器写入（随附的 Fluent Bit 过滤器保留标签和注解，并写入 gpuscope.app 和 gpuscope.user），或修改身份规则，或改选命名空间和 Pod',
  'who.notCounted':
    '无法在 {{indices}} 中按{{name}}计数：{{reason}}；请让采集器写入（随附的 Fluent Bit 过滤器保留标签和注解，并写入 gpuscope.app 和 gpuscope.user），或修改身份规则，或按命名空间或 Pod 计数',
  'who.lacks': '记录中没有 {{what}}，而规则 {{rule}} 要读取它',
  'who.noHost': '记录中没有主机',
  'who.pattern': '规则 {{rule}} 用模式截取 {{what}} 的一部分，而日志存储无法列出该字段的内容',
  'who.tooMany':
    '字段“{{field}}”在此时间范围内有超过 {{most}} 个值，太多而无法按模式规则（或按 Pod 名称）判断应用、用户和租户：请缩短时间范围，选择命名空间或集群，或让采集器写入 gpuscope.app 和 gpuscope.user',
} as const;
