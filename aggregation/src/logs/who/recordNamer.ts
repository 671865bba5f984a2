import type { HostRegistry, IdentityName, IdentityRules, Rule } from '../../identity/index.js';
import { hostEntryFor, isPodFrom } from '../../identity/index.js';
import { valueOf } from '../../identity/match.js';
import type { Layout } from '../layout.js';
import { withoutSubfield } from '../layouts/resolveField.js';
import { textOf, valueAt } from '../read/valueAt.js';
import type { Hit, LogRecord } from '../record.js';
import { machineRules } from './machineRules.js';
import { answerableRules } from './ownerRules.js';
import { ruleField } from './ruleField.js';

export interface RecordNaming {
  readonly rules: IdentityRules;
  readonly hosts: HostRegistry;
}

/** The names that a line is shown with. Whose tenant's it is, the grants say. */
const SHOWN = ['app', 'user'] as const satisfies readonly IdentityName[];

interface Step {
  readonly field: string | undefined;
  readonly paths: readonly string[];
  readonly pattern: RegExp | undefined;
}

function stepOf(rule: Rule, layout: Layout): Step {
  const field = ruleField(rule, layout.identity);
  const pattern = rule.match === undefined ? undefined : new RegExp(rule.match, 'u');
  return { field, paths: pathsOf(field), pattern };
}

function textIn(source: Hit['source'], paths: readonly string[]): string {
  for (const path of paths) {
    const text = textOf(valueAt(source, path));
    if (text !== '') return text;
  }
  return '';
}

function stepsOf(rules: readonly Rule[], layout: Layout): readonly Step[] {
  const answerable = answerableRules(rules, layout).filter(({ from }) => isPodFrom(from));
  return answerable.map((rule) => stepOf(rule, layout));
}

function pathsOf(field: string | undefined): readonly string[] {
  if (field === undefined) return [];
  const without = withoutSubfield(field);
  return without === field ? [field] : [without, field];
}

const machineStepsOf = (layout: Layout, naming: RecordNaming, name: IdentityName) =>
  machineRules(layout, naming, name).map((rule) => ({
    ...stepOf(rule, layout),
    isRegistry: rule.from === 'host',
  }));

/** What has to be fetched of a layout's records to name their apps and users. */
export function namingPaths(layout: Layout, naming: RecordNaming): readonly string[] {
  const steps = SHOWN.flatMap((name) => [
    ...stepsOf(naming.rules[name], layout),
    ...machineStepsOf(layout, naming, name),
  ]);
  return [...new Set(steps.flatMap(({ paths }) => paths.slice(0, 1)))];
}

/** The first value that the steps give; none where a step can't be answered, as it may have given one. */
function nameIn({ source }: Pick<Hit, 'source'>, steps: readonly Step[]): string {
  for (const step of steps) {
    if (step.field === undefined) return '';
    const raw = textIn(source, step.paths);
    const value = raw === '' ? '' : valueOf(step.pattern, raw);
    if (value !== '') return value;
  }
  return '';
}

type Namer = (record: LogRecord, hit: Pick<Hit, 'source'>) => LogRecord;

/** Names the records of machines: by the host registry and by what the records tell of their processes. */
function machineNamer(layout: Layout, naming: RecordNaming, name: IdentityName) {
  const steps = machineStepsOf(layout, naming, name);
  return (host: string, { source }: Pick<Hit, 'source'>): string => {
    const entry = steps.some(({ isRegistry }) => isRegistry)
      ? hostEntryFor(naming.hosts, host)
      : undefined;
    for (const { isRegistry, paths, pattern } of steps) {
      const raw = isRegistry ? (entry?.[name] ?? '') : textIn(source, paths);
      const value = raw === '' ? '' : valueOf(pattern, raw);
      if (value !== '') return value;
    }
    return '';
  };
}

/**
 * Names records' apps and users as `whoOf` finds them: what was written at index time, else by the rules, machines by
 * the host registry. A name that the record doesn't tell stays empty.
 */
export function recordNamer(layout: Layout, naming: RecordNaming): Namer {
  const { rules } = naming;
  const steps = { app: stepsOf(rules.app, layout), user: stepsOf(rules.user, layout) };
  const appOf = machineNamer(layout, naming, 'app');
  const userOf = machineNamer(layout, naming, 'user');
  return (record, hit) => {
    if (record.app !== '' && record.user !== '') return record;
    const { host } = record;
    if (record.pod === '') {
      const [app, user] = [record.app || appOf(host, hit), record.user || userOf(host, hit)];
      return { ...record, app, user };
    }
    return {
      ...record,
      app: record.app || nameIn(hit, steps.app),
      user: record.user || nameIn(hit, steps.user),
    };
  };
}
