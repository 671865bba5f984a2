import { Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import type { AboutAnswer } from '../../shared/index.js';
import type { ListKey } from '../query/lists.js';
import { NAME_OF_LIST, listOf } from '../query/lists.js';
import type { Within } from '../values/useOptions.js';
import { Fields } from './Fields.js';
import { Filters } from './Filters.js';
import { ListField } from './ListField.js';
import { nameText } from './nameTexts.js';
import { Section } from './Section.js';
import type { Edits } from './useEdits.js';
import { LuceneField } from './WordsField.js';

const LISTS: readonly ListKey[] = ['namespaces', 'hosts', 'units', 'users', 'tenants', 'clusters'];
/** Only who sees everything has a choice there. */
const FOR_ALL_SEEING: ReadonlySet<ListKey> = new Set(['tenants', 'clusters']);

export interface MoreSelectionProps {
  readonly edits: Edits;
  readonly within: Omit<Within, 'selection'>;
  readonly about: AboutAnswer | undefined;
}

function summaryOf({ selection }: Edits['query']): string[] {
  const lists = LISTS.filter((list) => listOf(selection, list).length > 0).map(
    (list) => `${nameText(NAME_OF_LIST[list])}: ${listOf(selection, list).join(', ')}`,
  );
  const filters = (selection.filters ?? []).filter(({ name }) => name !== '');
  return [
    ...lists,
    ...filters.map(({ name, op, values }) => `${name} ${op} ${values.join(', ')}`.trim()),
    ...(selection.lucene === undefined ? [] : [selection.lucene]),
  ];
}

/** What narrows besides app, pod, container, level and words. */
export function MoreSelection({ edits, within, about }: MoreSelectionProps) {
  const { selection } = edits.query;
  const shown = LISTS.filter(
    (list) =>
      !FOR_ALL_SEEING.has(list) ||
      about?.seesEverything === true ||
      listOf(selection, list).length > 0,
  );
  return (
    <Section title={t('more.title', 'More conditions')} summary={summaryOf(edits.query)}>
      <Stack direction="column" gap={1.5}>
        <Fields>
          {shown.map((list) => (
            <ListField key={list} list={list} edits={edits} within={within} />
          ))}
        </Fields>
        <Filters edits={edits} within={within} />
        <LuceneField edits={edits} />
      </Stack>
    </Section>
  );
}
