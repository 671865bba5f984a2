import { useState } from 'react';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { keepInBrowser, keptInBrowser } from '../inBrowser.js';

const KEY = 'gpuscope-app.tenancyNote.read';

/** Who sees what, for as long as nothing enforces it. Once read it stays away in this browser. */
export function TenancyNote() {
  const [isRead, setIsRead] = useState(() => keptInBrowser(KEY) === true);
  if (isRead) return null;
  const dismiss = (): void => {
    keepInBrowser(KEY, true);
    setIsRead(true);
  };
  return (
    <div>
      <Alert
        severity="info"
        bottomSpacing={1}
        title={t(
          'pages.overview.tenancy',
          'Until tenancy is enforced, all viewers see all tenants.',
        )}
        onRemove={dismiss}
      />
    </div>
  );
}
