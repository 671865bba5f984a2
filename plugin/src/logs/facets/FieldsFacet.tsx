import { t } from '@grafana/i18n';
import { Input } from '@grafana/ui';
import { useState } from 'react';
import { Skeleton } from '../../app/Skeleton.js';
import { useValues } from '../source/useValues.js';
import { useLogs } from '../state/useLogs.js';
import { Facet } from './Facet.js';
import { FieldValues } from './FieldValues.js';
import { isOtherField } from './otherFields.js';
import { Said } from './Said.js';

/** Fields that the page has no list of its own for; each opens to its values. */
export function FieldsFacet() {
  const { range, selection, state } = useLogs();
  const [typed, setTyped] = useState('');
  const { value, error } = useValues({ selection, range });
  if (error !== undefined) return <Said text={error} />;
  if (value === undefined) return <Skeleton height={72} />;
  const filtered = state.filters.map(({ name }) => name);
  const names = [...new Set([...filtered, ...value.values.map(({ text }) => text)])]
    .filter((name) => filtered.includes(name) || isOtherField(name))
    .filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  return (
    <>
      <Input
        value={typed}
        placeholder={t('logs.facet.search', 'Search')}
        aria-label={t('logs.facet.searchFields', 'Search in the fields')}
        onChange={({ currentTarget: { value: text } }) => setTyped(text)}
      />
      {names.length === 0 && <Said text={t('logs.facet.none', 'None in these lines')} />}
      {names.map((name) => (
        <Facet
          key={name}
          isInner
          title={name}
          isOpen={filtered.includes(name)}
          chosen={state.filters.filter((filter) => filter.name === name).length}
        >
          {() => <FieldValues name={name} />}
        </Facet>
      ))}
    </>
  );
}
