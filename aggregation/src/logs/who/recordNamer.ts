import type { HostRegistry, IdentityName, IdentityRules, Rule } from '../../identity/index.js';
import { hostEntryFor, resolverOf } from '../../identity/index.js';
import { valueOf } from '../../identity/match.js';
import type { Layout } from '../layout.js';
import { withoutSubfield } from '../layouts/resolveField.js';
import { textOf, valueAt } from '../read/valueAt.js';
import type { Hit, LogRecord } from '../record.js';
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
  const answerable = answerableRules(rules, layout).filter(({ from }) => from !== 'host');
  return answerable.map((rule) => stepOf(rule, layout));
}

function pathsOf(field: string | undefined): readonly string[] {
  if (field === undefined) return [];
  const without = withoutSubfield(field);
  return without === field ? [field] : [without, field];
}

/** What has to be fetched of a layout's records to name their apps and users. */
export function namingPaths(layout: Layout, { rules }: RecordNaming): readonly string[] {
  return [
    ...new Set(
      SHOWN.flatMap((name) =>
        stepsOf(rules[name], layout).flatMap(({ paths }) => paths.slice(0, 1)),
      ),
    ),
  ];
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

/**
 * Names records' apps and users as `whoOf` finds them: what was written at index time, else by the rules, machines by
 * the host registry. A name that the record doesn't tell stays empty.
 */
export function recordNamer(layout: Layout, { rules, hosts }: RecordNaming): Namer {
  const steps = { app: stepsOf(rules.app, layout), user: stepsOf(rules.user, layout) };
  const resolve = resolverOf(rules);
  const ofMachine = (host: string): { readonly app: string; readonly user: string } => {
    const entry = hostEntryFor(hosts, host);
    return entry === undefined ? { app: '', user: '' } : resolve({ kind: 'host', host, entry });
  };
  return (record, hit) => {
    if (record.app !== '' && record.user !== '') return record;
    if (record.pod === '') {
      const { app, user } = ofMachine(record.host);
      return { ...record, app: record.app || app, user: record.user || user };
    }
    return {
      ...record,
      app: record.app || nameIn(hit, steps.app),
      user: record.user || nameIn(hit, steps.user),
    };
  };
}
