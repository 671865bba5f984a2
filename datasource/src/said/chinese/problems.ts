/** What records lack, or why nobody knows how they are written. */
export const PROBLEMS = {
  'problem.noIndex': '该模式没有匹配任何索引',
  'problem.misfit':
    '{{indices}}：不是 {{shape}} 格式的记录：没有映射 {{fields}}；请选择其他格式，或排除这些索引',
  'problem.unknownShape': '{{indices}}：无法识别记录格式{{hint}}；请选择格式，或排除这些索引',
  'problem.nearest': '；最接近的是 {{shape}}，它还需要 {{fields}}',
  'problem.inexactText':
    '{{indices}}：“{{field}}”（{{role}}）是没有 keyword 子字段的 {{type}} 类型，因此无法精确查询：请映射为 keyword 并新建索引',
  'problem.inexact':
    '{{indices}}：“{{field}}”（{{role}}）是 {{type}} 类型，因此无法精确查询：请映射为 keyword 并新建索引',
  'problem.noPlace':
    '{{indices}}：既没有映射命名空间（{{namespaces}}），也没有映射主机（{{hosts}}），因此没有租户能看到这些记录',
  'problem.noLine':
    '{{indices}}：没有保存日志行的字段（{{fields}}）；日志行由其他字段拼成，搜索词找不到内容：请原样采集日志行（Fluent Bit 请设置 Keep_Log On）',
  'problem.noLabels':
    '{{indices}}：记录中没有 Pod 标签（{{fields}}），或有两种写法，因此按 Prometheus 所知的 Pod 或 Pod 名称来判断应用',
  'problem.noCluster': '{{indices}}：应表示集群的“{{field}}”没有映射，因此这些记录不属于任何集群',
  'problem.allIndices': '所有索引',
  'problem.shapes': '无法识别这些记录的格式：{{problems}}',
  'problem.noShape': '无法识别这些记录的格式：其字段不符合任何已知格式',
} as const;
