import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import { Combobox, Field } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { useCallback, useId } from 'react';
import { Fields } from '../editor/Fields.js';
import { NamesField } from '../editor/NamesField.js';
import { anyText, nameText } from '../editor/nameTexts.js';
import { COMMON_NAMES, OPERATORS_NAMES } from '../query/lists.js';
import type { LogsQuery, LogsSettings, LogsVariableQuery } from '../types.js';
import type { NameFinder } from '../values/finder.js';
import { isChoice } from '../values/options.js';
import type { LoadOptions } from '../values/useOptions.js';
import { useFieldOptions, useValueOptions } from '../values/useOptions.js';
import { selectionOf, upgradeVariableQuery } from './variableQuery.js';

export type VariableEditorProps = QueryEditorProps<
  DataSourceApi<LogsQuery, LogsSettings> & NameFinder,
  LogsQuery,
  LogsSettings,
  LogsVariableQuery
>;

const NAMES: readonly string[] = [...COMMON_NAMES, ...OPERATORS_NAMES];

/** Which name's values a dashboard variable offers, and within what. */
export function VariableEditor({ datasource, query, range, onChange }: VariableEditorProps) {
  const id = useId();
  const asked = upgradeVariableQuery(query);
  const { apps = [], namespaces = [] } = asked;
  const within = { finder: datasource, range, selection: selectionOf(asked) };
  const fields = useFieldOptions({ ...within, selection: {} });
  const appOptions = useValueOptions('app', {
    ...within,
    selection: selectionOf({ ...asked, apps: [] }),
  });
  const namespaceOptions = useValueOptions('namespace', {
    ...within,
    selection: selectionOf({ ...asked, namespaces: [] }),
  });
  const names = useCallback<LoadOptions>(
    async (typed) => {
      const known = NAMES.map((value) => ({ value, description: nameText(value) }));
      const found = await fields(typed);
      return [
        ...known.filter(({ value }) => value.startsWith(typed)),
        ...found.filter(({ value }) => !NAMES.includes(value)),
      ];
    },
    [fields],
  );
  const change = (part: Partial<LogsVariableQuery>) =>
    onChange(upgradeVariableQuery({ ...asked, ...part }));
  return (
    <Fields>
      <Field noMargin label={t('variable.name', 'Values of')} htmlFor={id}>
        <Combobox
          id={id}
          createCustomValue
          options={names}
          value={asked.name === '' ? null : asked.name}
          placeholder={t('variable.choose', 'Choose a name or a field')}
          onChange={(chosen) => {
            if (isChoice(chosen)) change({ name: chosen.value });
          }}
        />
      </Field>
      <NamesField
        label={t('variable.apps', 'Of these apps')}
        values={apps}
        options={appOptions}
        placeholder={anyText('apps')}
        onChange={(chosen) => change({ apps: chosen })}
      />
      <NamesField
        label={t('variable.namespaces', 'Of these namespaces')}
        values={namespaces}
        options={namespaceOptions}
        placeholder={anyText('namespaces')}
        onChange={(chosen) => change({ namespaces: chosen })}
      />
    </Fields>
  );
}
