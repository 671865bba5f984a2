import { countersFile } from '@gpuscope/aggregation';
import { ruleFile } from '../render/ruleFile.js';
import { RULE_GROUPS } from '../rules/groups.js';
import { logFiles } from '../logs/logFiles.js';
import { countersConfigMap } from './countersConfigMap.js';

const CHART_FILES = 'deploy/chart/gpuscope/files';

/**
 * The generated files of deploy/ that are neither rules nor rendered manifests, by their path below the repository's root.
 * A chart reads nothing outside its folder, so it has copies.
 */
export function deployFiles(): ReadonlyMap<string, string> {
  const counters = countersFile();
  return new Map([
    ['deploy/dcgm/counters.csv', counters],
    ['deploy/dcgm/gpu-operator-configmap.yaml', countersConfigMap(counters)],
    [`${CHART_FILES}/counters.csv`, counters],
    [`${CHART_FILES}/gpuscope.rules.yaml`, ruleFile(RULE_GROUPS)],
    ...logFiles(),
  ]);
}
