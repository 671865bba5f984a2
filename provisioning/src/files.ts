import { deployFiles } from './deploy/deployFiles.js';
import { metricsPage } from './docs/metricsPage.js';
import { RULE_GROUPS } from './rules/groups.js';
import { ruleFile, ruleManifest } from './render/ruleFile.js';

/** Every file that this package makes, by its path below the repository's root. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['deploy/prometheus/gpuscope.rules.yaml', ruleFile(RULE_GROUPS)],
    ['deploy/manifests/prometheusrule.yaml', ruleManifest(RULE_GROUPS)],
    ['docs/metrics.md', metricsPage()],
    ...deployFiles(),
  ]);
