import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useLogs } from '../state/useLogs.js';
import { SearchField } from './SearchField.js';
import { wordsProblem } from './wordsProblem.js';

const EXAMPLE = 'OutOfMemoryError "connection refused" -healthz';
const LUCENE_EXAMPLE = 'level:error AND (pod:web* OR label.team:"vision") AND NOT timeout';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** `/` leads to the search from everywhere on the page. */
function useSlash(field: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field]);
}

/** What stands in the lines: words as grep finds them, or an expert's Lucene besides. */
export function SearchBar() {
  const styles = useStyles2(stylesOf);
  const { state, change } = useLogs();
  const field = useRef<HTMLInputElement>(null);
  const [isExpert, setExpert] = useState(state.lucene !== '');
  useSlash(field);
  return (
    <div className={styles} role="search">
      <SearchField
        ref={field}
        label={t('logs.words.title', 'Words in the line')}
        help={t(
          'logs.words.help',
          'All of these words stand in the line, found as grep finds them. Blanks go "into quotes"; -word must not stand there. Press / to come here.',
        )}
        placeholder={EXAMPLE}
        value={state.words}
        suffix={<Icon name="search" />}
        problemOf={wordsProblem}
        onCommit={(words) => change((before) => ({ ...before, words: words.trim() }))}
      />
      {(isExpert || state.lucene !== '') && (
        <SearchField
          isCode
          label={t('logs.lucene.title', 'Lucene')}
          help={t(
            'logs.lucene.help',
            'Narrows the lines still further. Names are those of fields, such as pod, level or label.team; a word without a name stands in the line.',
          )}
          placeholder={LUCENE_EXAMPLE}
          value={state.lucene}
          onCommit={(lucene) => change((before) => ({ ...before, lucene: lucene.trim() }))}
        />
      )}
      <Button
        variant="secondary"
        fill={isExpert ? 'solid' : 'outline'}
        aria-pressed={isExpert}
        onClick={() => setExpert(!isExpert)}
      >
        {t('logs.lucene.title', 'Lucene')}
      </Button>
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({
    flex: '1 1 380px',
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  });
