import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { LineActions } from './actions.js';
import { plainText } from './ansi.js';
import { DetailButtons } from './DetailButtons.js';
import { exactTime } from './exactTime.js';
import { LabelRows } from './LabelRows.js';
import { LineText } from './LineText.js';
import { prettyJson } from './prettyJson.js';
import type { LogRow } from './row.js';
import { MOST_IN_DETAILS, shortened } from './shortened.js';
import { detailStyles } from './styles.js';

export interface LineDetailsProps {
  readonly row: LogRow;
  readonly finder: RegExp | undefined;
  readonly actions: LineActions;
}

/** A line opened: all that it says, what is known of it, and where to go from here. */
export function LineDetails({ row, finder, actions }: LineDetailsProps) {
  const styles = useStyles2(detailStyles);
  const json = prettyJson(plainText(row.line));
  return (
    <div role="row" aria-level={2}>
      <div role="gridcell" className={styles.details} onClick={(event) => event.stopPropagation()}>
        <pre
          className={styles.whole}
          tabIndex={0}
          role="region"
          aria-label={t('lines.whole', 'The whole line')}
        >
          <LineText text={json ?? shortened(row.line, MOST_IN_DETAILS)} finder={finder} />
        </pre>
        <DetailButtons row={row} actions={actions} />
        <LabelRows labels={{ time: exactTime(row), ...row.labels }} actions={actions} />
      </div>
    </div>
  );
}
