/** What stands beside an answer. */
export const NOTICES = {
  'notice.cutLine': '有 1 行超出可显示的长度，已截断；[+n] 表示省略的字符数',
  'notice.cutLines': '有 {{lines}} 行超出可显示的长度，已截断；[+n] 表示省略的字符数',
  'notice.order':
    '同一时刻内的先后顺序未知：这些记录既没有纳秒也没有偏移量；同一时刻的行按日志存储返回的顺序排列',
  'notice.largestGroups': '只显示最大的几组；另有 {{lines}}属于{{groups}}。',
  'notice.lineIs': ' 1 行',
  'notice.linesAre': ' {{lines}} 行',
  'notice.smallerGroup': '1 个较小的组',
  'notice.smallerGroups': '{{groups}} 个较小的组',
  'notice.someGroups': '较小的组',
  'notice.countsTooLow': '计数最多可能少算 {{error}}：日志存储的各分片只报告了各自最大的组。',
  'notice.noLevelField': '{{indices}} 中没有级别字段：这些行计为未知级别。',
  'notice.estimate': '各级别为估计值：从 {{all}} 行中随机抽取 {{sample}} 行得出。总行数是准确的。',
  'notice.wordBeginnings': '记录太多：只能按词首匹配，不能匹配词的中间；请缩短时间范围。',
  'notice.otherSigns': '计数中包含了在 {{words}} 的位置上有其他符号或空格的行。',
  'notice.mostLines': '请求了 {{asked}} 行；一次最多给出 {{most}} 行。',
  'notice.mostPage': '每页请求了 {{asked}} 行；一次最多给出 {{most}} 行。',
  'notice.mostValues': '请求了 {{asked}} 个值；一次最多给出 {{most}} 个。',
  'notice.mostGroups': '请求了 {{asked}} 个组；一次最多给出 {{most}} 个。',
  'notice.shardsFailed':
    '缺少部分日志：日志存储的 {{total}} 个分片中有 {{failed}} 个没有应答（{{why}}）。',
  'notice.noReason': '日志存储没有说明原因',
  'notice.storeGaveUp':
    '缺少部分日志：日志存储在 {{seconds}} 秒后放弃，只返回了已找到的内容；请缩短时间范围或减少查询内容。',
  'notice.clustersSkipped': '缺少部分日志：{{clusters}} 没有应答。',
  'notice.otherLevel': '日志存储找到的 {{found}} 行中，有 {{unfit}} 行的级别与所选不同，已略去。',
  'notice.otherWords':
    '日志存储找到的 {{found}} 行中，有 {{unfit}} 行里的词与所搜的写法不同，已略去。',
  'notice.andMore': '{{said}}可能还有更多符合的行：请缩短时间范围。',
  'notice.notYours': '日志存储返回的 {{lines}} 行已略去：您无权查看。请告知日志存储的管理员。',
  'notice.unreadLines': '有 {{lines}} 行已略去：无法识别 {{indices}} 的记录格式。',
  'notice.unreadIndices':
    '{{indices}} 的日志已略去：无法识别其记录格式；数据源的健康检查有更多说明。',
  'notice.podsCut':
    '{{name}}“{{value}}”的 Pod 超过 {{most}} 个：缺少其余 Pod 的日志；请缩短时间范围。',
  'notice.namedPodsCut':
    'Pod 超过 {{most}} 个：其余 Pod 的日志计为不属于任何{{name}}；请缩短时间范围，或选择命名空间。',
  'notice.steps': '按 {{seconds}} 秒一步计数：日志存储在此无法承受更细的步长。',
  'notice.newestOf': '这是 {{total}} 行中最新的 {{shown}} 行；请缩短时间范围或增加行数。',
  'notice.oldestOf': '这是 {{total}} 行中最早的 {{shown}} 行；请缩短时间范围或增加行数。',
  'notice.atLeast': '至少 {{total}}',
  'list.more': '{{names}} 等（另有 {{more}} 个）',
  'list.moreIndices': '{{names}} 等（另有 {{more}} 个索引）',
  'list.records': '{{shape}} 格式的记录',
  'list.or': '{{one}} 或 {{other}}',
  'list.and': '{{one}} 和 {{other}}',
  'name.app': '应用',
  'name.user': '用户',
  'name.tenant': '租户',
} as const;
