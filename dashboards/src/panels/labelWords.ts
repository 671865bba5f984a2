import type { Messages } from '../messages/messages.js';
import { withLabel } from '../promql/expr.js';
import type { Level } from '../spec/level.js';
import type { Mapping } from '../spec/mapping.js';

/** The label that says a throttle reason in words, for legends. */
export const WHY = 'why';

/** The figures with their label `reason` in words, too; a reason without words stands as it is. */
export const withWhy = ({ states }: Messages, expr: string): string =>
  Object.entries(states.throttledBy).reduce(
    (inner, [reason, words]) => withLabel(inner, WHY, words, 'reason', reason),
    withLabel(expr, WHY, '$1', 'reason', '(.+)'),
  );

const SEVERITIES: Readonly<Record<keyof Messages['states']['severity'], Level>> = {
  critical: 'bad',
  warning: 'warn',
  info: 'note',
};

/** How grave an alert is. */
export const severityMappings = ({ states }: Messages): readonly Mapping[] =>
  (['critical', 'warning', 'info'] as const).map((value) => ({
    value,
    text: states.severity[value],
    level: SEVERITIES[value],
  }));

/** Why an exporter leaves a sample out. */
export const droppedMappings = ({ states }: Messages): readonly Mapping[] =>
  Object.entries(states.dropped).map(([value, text]) => ({ value, text }));
