import { t } from '@grafana/i18n';
import type { Selection } from '@gpuscope/aggregation/logs';
import { TextField } from './TextField.js';
import type { Edits } from './useEdits.js';
import { omit } from '../query/omit.js';

function withText(selection: Selection, key: 'words' | 'lucene', text: string): Selection {
  const rest = omit(selection, key);
  return text.trim() === '' ? rest : { ...rest, [key]: text };
}

const EXAMPLE = 'OutOfMemoryError "connection refused" -healthz';
const LUCENE_EXAMPLE = 'level:error AND (pod:web* OR label.team:"vision") AND NOT timeout';

/** What stands in the line, as grep would find it. */
export const WordsField = ({ edits }: { readonly edits: Edits }) => (
  <TextField
    label={t('words.title', 'Words in the line')}
    value={edits.query.selection.words ?? ''}
    placeholder={EXAMPLE}
    help={t(
      'words.help',
      'All of these words stand in the line, found as grep finds them. Blanks go "into quotes"; -word must not stand there.',
    )}
    onCommit={(text) => edits.select(withText(edits.query.selection, 'words', text))}
    onEnter={edits.run}
  />
);

/** For who wants OR, brackets and ranges. */
export const LuceneField = ({ edits }: { readonly edits: Edits }) => (
  <TextField
    label={t('lucene.title', 'Lucene')}
    isCode
    value={edits.query.selection.lucene ?? ''}
    placeholder={LUCENE_EXAMPLE}
    help={t(
      'lucene.help',
      'Narrows what is chosen above still further. Names are those of fields, such as pod, level or label.team; a word without a name stands in the line.',
    )}
    onCommit={(text) => edits.select(withText(edits.query.selection, 'lucene', text))}
    onEnter={edits.run}
  />
);
