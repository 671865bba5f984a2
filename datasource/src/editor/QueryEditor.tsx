import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import { CoreApp } from '@grafana/data';
import { Stack } from '@grafana/ui';
import type { AboutAnswer } from '../../shared/index.js';
import type { ListKey } from '../query/lists.js';
import { COMMON_NAMES, OPERATORS_NAMES } from '../query/lists.js';
import { upgradeQuery } from '../query/upgradeQuery.js';
import type { LogsQuery, LogsSettings } from '../types.js';
import type { NameFinder } from '../values/finder.js';
import { CountsOptions } from './CountsOptions.js';
import { Fields } from './Fields.js';
import { LinesOptions } from './LinesOptions.js';
import { ListField } from './ListField.js';
import { MoreSelection } from './MoreSelection.js';
import { Notes } from './Notes.js';
import { ShowField } from './ShowField.js';
import { isAlerting } from './shows.js';
import { useAbout } from './useAbout.js';
import { useEdits } from './useEdits.js';
import { WordsField } from './WordsField.js';

export type Source = DataSourceApi<LogsQuery, LogsSettings> & NameFinder;

export interface EditorProps extends QueryEditorProps<Source, LogsQuery, LogsSettings> {
  /** What is shown is settled: an annotation is made of lines. */
  readonly isLinesOnly?: boolean;
}

const MAIN_LISTS: readonly ListKey[] = ['apps', 'pods', 'containers', 'levels'];
/** The most lines of one query, until the source has told its own limit. */
const MOST_LINES = 10_000;

/** Always the same list, so that an open one isn't asked for anew. */
const EVERYBODYS: readonly string[] = COMMON_NAMES;
const OPERATORS: readonly string[] = [...COMMON_NAMES, ...OPERATORS_NAMES];
const namesFor = (about: AboutAnswer | undefined): readonly string[] =>
  about?.seesEverything === true ? OPERATORS : EVERYBODYS;

/** What do the pods of this app say? Asked without a query language. */
export function QueryEditor(props: EditorProps) {
  const { datasource, range, app, onChange, onRunQuery, isLinesOnly = false } = props;
  const edits = useEdits({ query: upgradeQuery(props.query), onChange, onRunQuery });
  const about = useAbout(datasource);
  const within = { finder: datasource, range };
  const needsNumbers = isAlerting(app);
  const { show } = edits.query;
  return (
    <div onBlur={edits.onBlur}>
      <Stack direction="column" gap={1}>
        {!isLinesOnly && (
          <ShowField
            edits={edits}
            needsNumbers={needsNumbers}
            hasRunButton={app !== CoreApp.Explore}
          />
        )}
        <Notes query={edits.query} needsNumbers={needsNumbers} />
        <Fields>
          {MAIN_LISTS.map((list) => (
            <ListField key={list} list={list} edits={edits} within={within} />
          ))}
        </Fields>
        <WordsField edits={edits} />
        {(show === 'counts' || show === 'rates') && (
          <CountsOptions edits={edits} within={within} names={namesFor(about)} />
        )}
        <MoreSelection edits={edits} within={within} about={about} />
        {show === 'lines' && (
          <LinesOptions
            edits={edits}
            within={within}
            maxLines={about?.limits.lines ?? MOST_LINES}
          />
        )}
      </Stack>
    </div>
  );
}
