import type { FieldFilter, Selection } from '@gpuscope/aggregation/logs';
import type { Show } from '../../shared/query.js';
import { SHOWS } from '../../shared/query.js';
import type { LogsQuery } from '../types.js';
import { omit } from './omit.js';

const isShow = (value: unknown): value is Show => SHOWS.some((show) => show === value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSelection = (value: unknown): value is Selection => isObject(value);

/** The part of a filter that can be asked: a name, and values where the operation needs them. */
const isWhole = (filter: FieldFilter): boolean =>
  filter.name !== '' &&
  (filter.op === 'exists' || filter.op === 'missing' || filter.values.length > 0);

/** The selection without conditions that are half made. */
export function wholeSelection(selection: Selection): Selection {
  const { filters } = selection;
  if (filters === undefined) return selection;
  const whole = filters.filter(isWhole);
  const rest = omit(selection, 'filters');
  return whole.length === 0 ? rest : { ...rest, filters: whole };
}

/**
 * A saved or half-made query in today's form. A query of another data source, as Grafana leaves it when the panel's
 * source is changed, becomes the newest lines.
 */
export function upgradeQuery(saved: Partial<LogsQuery> & { readonly refId: string }): LogsQuery {
  if (saved.version === 1 && isShow(saved.show) && isSelection(saved.selection)) {
    return { ...saved, version: 1, show: saved.show, selection: saved.selection };
  }
  return {
    refId: saved.refId,
    ...(saved.hide === undefined ? {} : { hide: saved.hide }),
    ...(saved.datasource === undefined ? {} : { datasource: saved.datasource }),
    ...(saved.direction === undefined ? {} : { direction: saved.direction }),
    ...(typeof saved.limit === 'number' ? { limit: saved.limit } : {}),
    ...(Array.isArray(saved.by) ? { by: saved.by } : {}),
    ...(typeof saved.instant === 'boolean' ? { instant: saved.instant } : {}),
    version: 1,
    show: isShow(saved.show) ? saved.show : 'lines',
    selection: isSelection(saved.selection) ? saved.selection : {},
  };
}
