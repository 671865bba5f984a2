import { t } from '@grafana/i18n';
import { Input } from '@grafana/ui';
import { useState } from 'react';
import { Skeleton } from '../../app/Skeleton.js';
import { useValues } from '../source/useValues.js';
import { toggled } from '../state/filter.js';
import { selectionOf } from '../state/selectionOf.js';
import type { ChosenName } from '../state/state.js';
import { chosenOf, withChosen } from '../state/state.js';
import { useLogs } from '../state/useLogs.js';
import { facetTitle, sourceName } from './facetList.js';
import { Said } from './Said.js';
import type { ListedValue } from './ValueList.js';
import { ValueList } from './ValueList.js';

/** Values of one list; more are found by typing. */
const ROWS = 50;
/** With fewer there is nothing to search. */
const SEARCHABLE = 8;

/** The chosen ones stay in sight, whether they have lines just now or not. */
export function withChosenFirst(
  found: readonly ListedValue[],
  chosen: readonly string[],
): readonly ListedValue[] {
  const isChosen = ({ text }: ListedValue): boolean => chosen.includes(text);
  const missing = chosen.filter((text) => !found.some((value) => value.text === text));
  return [
    ...missing.map((text) => ({ text })),
    ...found.filter(isChosen),
    ...found.filter((value) => !isChosen(value)),
  ];
}

const contains = (text: string, typed: string): boolean =>
  text.toLowerCase().includes(typed.toLowerCase());

/** The values of one name, counted within all that is chosen besides. */
export function NameFacet({ name }: { readonly name: ChosenName }) {
  const { state, range, change } = useLogs();
  const [typed, setTyped] = useState('');
  const selection = selectionOf(withChosen(state, name, []));
  const question = { selection, range, name: sourceName(name), top: ROWS };
  const all = useValues(question);
  const isCut = all.value?.isCut === true;
  const searched = useValues({ ...question, prefix: typed }, isCut && typed !== '');
  const answer = isCut && typed !== '' ? searched : all;
  const title = facetTitle(name);
  const chosen = chosenOf(state, name);
  const found = (answer.value?.values ?? []).filter(({ text }) => contains(text, typed));
  if (all.error !== undefined) return <Said text={all.error} />;
  if (all.value === undefined) return <Skeleton height={72} />;
  return (
    <>
      {(isCut || all.value.values.length > SEARCHABLE) && (
        <Input
          value={typed}
          placeholder={t('logs.facet.search', 'Search')}
          aria-label={t('logs.facet.searchIn', 'Search in {{title}}', { title })}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
      )}
      <ValueList
        title={title}
        values={typed === '' ? withChosenFirst(found, chosen) : found}
        chosen={chosen}
        onToggle={(text) => change((before) => toggled(before, name, text))}
      />
      {found.length === 0 && !answer.isLoading && chosen.length === 0 && (
        <Said text={t('logs.facet.none', 'None in these lines')} />
      )}
      {isCut && typed === '' && (
        <Said text={t('logs.facet.cut', 'There are more: type how it begins.')} />
      )}
      {all.value.notices.map((text) => (
        <Said key={text} text={text} />
      ))}
    </>
  );
}
