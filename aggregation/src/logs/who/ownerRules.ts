import type { Rule } from '../../identity/index.js';
import type { Layout } from '../layout.js';

/** The letters that Kubernetes makes names of. */
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';

/** How controllers name their pods: CronJob, Deployment, then Job, DaemonSet and ReplicaSet, then StatefulSet. */
const OWNERS_BY_NAME: readonly Rule[] = [
  `^(.+)-\\d{8,11}-${RANDOM}{5}$`,
  `^(.+)-${RANDOM}{8,10}-${RANDOM}{5}$`,
  `^(.+)-${RANDOM}{5}$`,
  `^(.+)-\\d+$`,
].map((match) => ({ from: 'pod.name', match }));

/** Whether the owner of a layout's pods has to be told from the pods' names. */
const guessesOwner = ({ identity }: Layout) =>
  identity.podOwner === undefined && identity.podName !== undefined;

/**
 * Rules as these records can answer them: records seldom hold a pod's owner, so it is told from the pod's name
 * without what the controller put behind it. A Deployment called like a StatefulSet's pod is told wrong.
 */
export function answerableRules(rules: readonly Rule[], layout: Layout): readonly Rule[] {
  if (!guessesOwner(layout)) return rules;
  return rules.flatMap((rule) => {
    if (rule.from !== 'pod.owner') return [rule];
    return rule.match === undefined ? OWNERS_BY_NAME : [rule];
  });
}
