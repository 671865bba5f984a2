import { Button, Field, Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import type { FieldFilter, Selection } from '@gpuscope/aggregation/logs';
import type { Within } from '../values/useOptions.js';
import { FilterRow } from './FilterRow.js';
import type { Edits } from './useEdits.js';
import { omit } from '../query/omit.js';

const FRESH: FieldFilter = { name: '', op: '=', values: [] };

function withFilters(selection: Selection, filters: readonly FieldFilter[]): Selection {
  const rest = omit(selection, 'filters');
  return filters.length === 0 ? rest : { ...rest, filters };
}

export interface FiltersProps {
  readonly edits: Edits;
  readonly within: Omit<Within, 'selection'>;
}

/** Conditions on fields; all of them hold together. */
export function Filters({ edits, within }: FiltersProps) {
  const { selection } = edits.query;
  const filters = selection.filters ?? [];
  const replace = (at: number, made: readonly FieldFilter[]) =>
    withFilters(selection, [...filters.slice(0, at), ...made, ...filters.slice(at + 1)]);
  return (
    <Field noMargin label={t('filter.title', 'Conditions on fields')}>
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        {filters.map((filter, at) => (
          <FilterRow
            // Rows have no name of their own: two may ask the same field.
            key={at}
            filter={filter}
            within={{ ...within, selection: replace(at, []) }}
            onChange={(changed) => edits.select(replace(at, [changed]))}
            onRemove={() => edits.changeAndRun({ selection: replace(at, []) })}
          />
        ))}
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          onClick={() => edits.select(withFilters(selection, [...filters, FRESH]))}
        >
          {t('filter.add', 'Add a condition')}
        </Button>
      </Stack>
    </Field>
  );
}
