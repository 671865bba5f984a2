import { Field, InlineSwitch, RadioButtonGroup } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { useId } from 'react';
import { DEFAULT_LIMIT } from '../query/defaultQuery.js';
import type { Within } from '../values/useOptions.js';
import { useFieldOptions } from '../values/useOptions.js';
import { Fields } from './Fields.js';
import { NamesField } from './NamesField.js';
import { NumberField } from './NumberField.js';
import { Section } from './Section.js';
import type { Edits } from './useEdits.js';

export interface LinesOptionsProps {
  readonly edits: Edits;
  readonly within: Omit<Within, 'selection'>;
  readonly maxLines: number;
}

const directions = () => [
  { value: 'newest' as const, label: t('lines.newest', 'Newest') },
  { value: 'oldest' as const, label: t('lines.oldest', 'Oldest') },
];

function summaryOf({ direction, limit, joinStacks, columns = [] }: Edits['query']): string[] {
  const lines = (limit ?? DEFAULT_LIMIT).toLocaleString();
  return [
    direction === 'oldest'
      ? t('lines.oldestSummary', 'the oldest {{lines}}', { lines })
      : t('lines.newestSummary', 'the newest {{lines}}', { lines }),
    ...(joinStacks === true ? [t('lines.joined', 'stack traces joined')] : []),
    ...columns,
  ];
}

/** Which lines of all that fit, and what is told of each. */
export function LinesOptions({ edits, within, maxLines }: LinesOptionsProps) {
  const { query } = edits;
  const joinId = useId();
  const fields = useFieldOptions({ ...within, selection: query.selection });
  return (
    <Section title={t('lines.title', 'Lines')} summary={summaryOf(query)}>
      <Fields>
        <Field noMargin label={t('lines.direction', 'Which end of the time range')}>
          <RadioButtonGroup
            options={directions()}
            value={query.direction ?? 'newest'}
            onChange={(direction) => edits.changeAndRun({ direction })}
          />
        </Field>
        <NumberField
          label={t('lines.limit', 'At most this many lines')}
          value={query.limit}
          standard={DEFAULT_LIMIT}
          max={maxLines}
          onCommit={(limit) => edits.change({ limit })}
          onEnter={edits.run}
        />
        <NamesField
          label={t('lines.columns', 'Further fields')}
          values={query.columns ?? []}
          options={fields}
          placeholder={t('lines.columnsNone', 'None')}
          onChange={(columns) =>
            edits.change({ columns: columns.length === 0 ? undefined : columns })
          }
        />
        <Field noMargin label={t('lines.stacks', 'Stack traces')} htmlFor={joinId}>
          <InlineSwitch
            id={joinId}
            label={t('lines.join', 'Join to one line')}
            showLabel
            transparent
            value={query.joinStacks ?? false}
            onChange={({ currentTarget: { checked } }) =>
              edits.changeAndRun({ joinStacks: checked || undefined })
            }
          />
        </Field>
      </Fields>
    </Section>
  );
}
