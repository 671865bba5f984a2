import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import type { Saving } from './useSaving.js';

interface SaveButtonProps {
  readonly saving: Saving;
  readonly onSave: () => void;
  /** Which of the page's buttons it is, where there are several. */
  readonly name?: string;
}

/** Keeps what was chosen, and says how that went. */
export function SaveButton({ saving, onSave, name }: SaveButtonProps) {
  return (
    <>
      <Stack>
        <Button disabled={saving === 'now'} onClick={onSave} aria-label={name}>
          {t('config.sources.save', 'Save')}
        </Button>
      </Stack>
      {saving === 'done' && (
        <Alert
          severity="success"
          title={t('config.sources.saved', 'Saved. Pages go by it from their next load on.')}
          buttonContent={t('config.sources.reload', 'Load anew')}
          onRemove={() => window.location.reload()}
        />
      )}
      {typeof saving === 'object' && (
        <Alert
          severity="error"
          title={t('config.sources.failed', 'Grafana did not keep the choice')}
        >
          {saving.failed}
        </Alert>
      )}
    </>
  );
}
