export { generatedFiles } from './files.js';
export { ALERTS, RECORDINGS, RULE_GROUPS } from './rules/groups.js';
export { isAlert } from './rules/rule.js';
export type { AlertRule, RecordingRule, RuleGroup, Severity } from './rules/rule.js';
export { ruleFile, ruleManifest, RUNBOOKS } from './render/ruleFile.js';
