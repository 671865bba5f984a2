/** What is wrong with a question, and which limits it meets. */
export const QUESTIONS = {
  'error.coded': '{{code}}：{{reason}}',
  'question.parts': '查询有误：{{problems}}',
  'question.noTime': '时间范围 {{from}} 至 {{to}} 不包含任何时间',
  'question.rangeTooLong': '时间范围长达{{asked}}；一次最多可查询{{most}}',
  'question.days': ' {{days}} 天',
  'question.minutes': ' {{minutes}} 分钟',
  'question.tooMany': '一次 {{queries}} 个查询太多；最多允许 {{most}} 个',
  'question.tooManyAtOnce':
    '同时进行的查询太多：正在处理 {{running}} 个，另有 {{waiting}} 个等待；请稍后再试',
  'question.gone': '已没有人在等待结果',
  'question.late': '{{seconds}} 秒内没有结果；请缩短时间范围或减少查询内容',
  'question.unforeseen': 'gpuscope 内部出错；Grafana 的日志中有说明',
  'question.noSource': 'Grafana 没有说明是哪个数据源',
  'question.bodyTooLarge': '请求正文有 {{bytes}} 字节；最多允许 {{most}} 字节',
  'question.bodyNoJson': '请求正文不是 JSON：{{why}}',
  'question.noSuchLine': '没有这一行：它的索引可能已被删除，或您无权查看',
  'question.noId': '{{id}} 不是日志行的 ID；必须使用随该行给出的 ID',
  'question.contextMissing':
    '缺少 context：它必须是 {"id": "<日志行的 ID>", "direction": "before" 或 "after"}',
  'question.byTooMuch': '最多可按 {{most}} 项计数，不能按 {{by}}',
  'question.byTooManyNames': '一次最多可按 {{most}} 个名称计数，不能按 {{by}}',
  'question.rangeMissing': '缺少 range：第一页需要 {fromMs, toMs}；之后各页使用前一页的游标',
  'question.nameMissing': '缺少 name：它必须是 app、pod 或 label.<key> 之类的名称',
  'question.cursorUnknown': '游标无效：它已被使用、已过期，或不属于您；请不带游标重新开始',
  'question.manyReadings':
    '打开的长读取太多（每人 {{own}} 个，总共 {{all}} 个）；请先完成一个，或等其自行结束',
  'question.step': '无法按 {{step}} 毫秒的步长计数；只允许不小于 1 的整毫秒',
  'question.manySteps':
    '{{step}} 毫秒的步长共有 {{steps}} 步，太多了，最多允许 {{most}} 步：请加大步长或缩短时间范围',
  'question.manyGroups':
    '{{what}}计数可能产生 {{groups}} 个组；日志存储一次最多给出 {{most}} 个数：请加大步长、缩短时间范围、减少组数或减少一个分组项',
  'question.manyGroupsInSteps':
    '{{what}}计数可能产生 {{groups}} 个组，每组 {{steps}} 步、每步 {{step}} 毫秒；日志存储一次最多给出 {{most}} 个数：请加大步长、缩短时间范围、减少组数或减少一个分组项',
  'question.countAll': '对所有行一起',
  'question.countBy': '按 {{by}} ',
  'question.answerTooLarge':
    '查询 {{query}} 的结果有 {{size}} MiB；一次请求的所有结果合计最多 {{most}} MiB：请减少行数或缩短时间',
} as const;
