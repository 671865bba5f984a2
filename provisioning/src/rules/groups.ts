import { EXPORTER_ALERTS } from './alerts/exporter.js';
import { HARDWARE_ALERTS } from './alerts/hardware.js';
import { USAGE_ALERTS } from './alerts/usage.js';
import { ACCOUNT_INCREASES } from './recording/account.js';
import { GPU_SUMS } from './recording/gpu.js';
import { HOST_SUMS } from './recording/host.js';
import { LAST_ACTIVE } from './recording/lastActive.js';
import { isAlert, type AlertRule, type RecordingRule, type RuleGroup } from './rule.js';

/** Every rule that we ship. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  GPU_SUMS,
  ACCOUNT_INCREASES,
  HOST_SUMS,
  LAST_ACTIVE,
  HARDWARE_ALERTS,
  USAGE_ALERTS,
  EXPORTER_ALERTS,
];

const RULES = RULE_GROUPS.flatMap(({ rules }) => rules);

export const ALERTS: readonly AlertRule[] = RULES.filter(isAlert);

export const RECORDINGS: readonly RecordingRule[] = RULES.filter(
  (rule): rule is RecordingRule => !isAlert(rule),
);
