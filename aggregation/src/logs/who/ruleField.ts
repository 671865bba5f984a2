import type { RecordShape, Rule } from '../../identity/index.js';
import { localField } from '../../identity/index.js';

/** The field of a record that holds what a rule reads of a pod or of processes; undefined where the records have none. */
export function ruleField(rule: Rule, shape: RecordShape): string | undefined {
  const key = rule.key ?? '';
  switch (rule.from) {
    case 'namespace.name':
      return shape.namespaceName;
    case 'namespace.label':
      return shape.namespaceLabel(key);
    case 'namespace.annotation':
      return shape.namespaceAnnotation(key);
    case 'pod.name':
      return shape.podName;
    case 'pod.label':
      return shape.podLabel(key);
    case 'pod.annotation':
      return shape.podAnnotation(key);
    case 'pod.owner':
      return shape.podOwner;
    case 'process.user':
    case 'process.group':
    case 'process.unit':
    case 'slurm.job':
    case 'slurm.account':
      return localField(rule, shape);
    case 'host':
      return undefined;
  }
}
