import { Button, RadioButtonGroup, Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { showOptions } from './shows.js';
import type { Edits } from './useEdits.js';

export interface ShowFieldProps {
  readonly edits: Edits;
  readonly needsNumbers: boolean;
  /** Explore has a button of its own. */
  readonly hasRunButton: boolean;
}

/** What to show, and the button that asks. */
export function ShowField({ edits, needsNumbers, hasRunButton }: ShowFieldProps) {
  return (
    <Stack direction="row" gap={1} wrap="wrap" alignItems="center" justifyContent="space-between">
      <RadioButtonGroup
        aria-label={t('show.title', 'What to show')}
        options={showOptions(needsNumbers)}
        value={edits.query.show}
        onChange={(show) => edits.changeAndRun({ show, context: undefined })}
      />
      {hasRunButton && (
        <Button variant="secondary" size="sm" icon="sync" onClick={edits.run}>
          {t('show.run', 'Run query')}
        </Button>
      )}
    </Stack>
  );
}
