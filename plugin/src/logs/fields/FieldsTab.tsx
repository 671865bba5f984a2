import { t } from '@grafana/i18n';
import { Field, MultiCombobox } from '@grafana/ui';
import { useId, useMemo } from 'react';
import { Said } from '../facets/Said.js';
import { useValues } from '../source/useValues.js';
import { useLogs } from '../state/useLogs.js';
import { FieldShares } from './FieldShares.js';

/** Shown where nobody chose: what tells lines apart everywhere. */
const STANDARD: readonly string[] = ['app', 'pod', 'container'];
const COMMON: readonly string[] = [...STANDARD, 'namespace', 'host', 'level', 'user'];

/** Which values fields have in these lines, and how the lines are shared among them. */
export function FieldsTab() {
  const id = useId();
  const { selection, range, state, change } = useLogs();
  const { value } = useValues({ selection, range });
  const names = useMemo(
    () => [...new Set([...COMMON, ...(value?.values ?? []).map(({ text }) => text)])],
    [value],
  );
  const shown = state.fields.length === 0 ? STANDARD : state.fields;
  return (
    <div>
      <Field noMargin label={t('logs.fields.choose', 'Fields whose values are shown')} htmlFor={id}>
        <MultiCombobox
          id={id}
          options={names.map((name) => ({ value: name }))}
          value={[...shown]}
          onChange={(chosen) =>
            change((before) => ({ ...before, fields: chosen.map(({ value: name }) => name) }))
          }
        />
      </Field>
      <Said text={t('logs.fields.help', 'Counted in all lines of the range, not in a sample.')} />
      {shown.map((name) => (
        <FieldShares key={name} name={name} />
      ))}
    </div>
  );
}
