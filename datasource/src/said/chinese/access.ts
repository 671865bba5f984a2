/** Who asks, and why they may see nothing. */
export const ACCESS = {
  'access.denied': '{{who}}不能查看任何日志：{{why}}',
  'access.unverified': '{{reason}}；请重新登录，或询问 Grafana 的管理员',
  'access.rules': '只有策略为“全部可见”时，规则才能读取日志；目前还不能给规则授予租户',
  'access.noTenant': '租户文件中没有任何租户包含此人；请询问维护该文件的人',
  'access.service': '服务账号 {{login}}',
  'access.rule': '定时规则',
  'access.anonymous': '未登录的访客',
  'access.unproven': '“{{login}}”（没有令牌证明）',
  'access.unreadable': '无法读取租户文件 {{path}}：{{why}}',
} as const;
