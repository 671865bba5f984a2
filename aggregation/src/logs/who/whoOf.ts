import type { IdentityName, Predicate } from '../../identity/index.js';
import { IDENTITY_NAMES } from '../../identity/index.js';
import { and, not, or } from '../../identity/simplify.js';
import type { Layout } from '../layout.js';
import type { FieldFilter, Selection } from '../question.js';
import type { Naming, Unanswered } from './ofName.js';
import { ofName, unansweredName } from './ofName.js';

export interface WhoOptions extends Naming {
  readonly selection: Selection;
}

const LISTS = { tenant: 'tenants', app: 'apps', user: 'users' } as const;

interface Wish {
  readonly name: IdentityName;
  readonly values: readonly string[];
  readonly isNegated: boolean;
}

function ofFilter(name: IdentityName, { op, values }: FieldFilter): Wish {
  const isList = op === '=' || op === '!=';
  return {
    name,
    values: isList ? values : [''],
    isNegated: op === '!=' || op === 'exists',
  };
}

function wishes(selection: Selection): readonly Wish[] {
  return IDENTITY_NAMES.flatMap((name) => {
    const values = selection[LISTS[name]] ?? [];
    const chosen = values.length > 0 ? [{ name, values, isNegated: false }] : [];
    const filters = (selection.filters ?? []).filter((filter) => filter.name === name);
    return [...chosen, ...filters.map((filter) => ofFilter(name, filter))];
  });
}

/**
 * Which of a layout's records are of the chosen tenants, apps and users, and of filters on these. May hold
 * `matches`: list `patternFields`, then `fillIn`.
 * @throws GpuscopeError FIELD_NOT_EXACT where neither the records nor `places` tell; see `unanswered`.
 */
export function whoOf(layout: Layout, options: WhoOptions): Predicate {
  const parts = wishes(options.selection).map(({ name, values, isNegated }) => {
    const any = or(...values.map((value) => ofName(layout, options, name, value)));
    return isNegated ? not(any) : any;
  });
  return and(...parts);
}

/** The chosen names that a layout's records don't tell by themselves: their places are to be asked of the metrics. */
export function unanswered(layout: Layout, options: WhoOptions): readonly Unanswered[] {
  return wishes(options.selection).flatMap(({ name, values }) =>
    values.flatMap((value) => unansweredName(layout, options, name, value) ?? []),
  );
}
