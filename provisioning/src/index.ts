export { generatedFiles } from './files.js';
export { ALERTS, RECORDINGS, RULE_GROUPS } from './rules/groups.js';
export { clusterFilter } from './logs/kubesphere.js';
export { filterLua } from './logs/filterLua.js';
export { luaValue, type LuaValue } from './logs/luaValue.js';
export { isAlert } from './rules/rule.js';
export type { AlertRule, RecordingRule, RuleGroup, Severity } from './rules/rule.js';
export { ruleFile, ruleManifest, RUNBOOKS } from './render/ruleFile.js';
