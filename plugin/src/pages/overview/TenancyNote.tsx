import { useState } from 'react';
import { store } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';

const KEY = 'gpuscope-app.tenancyNote.read';

/** Who sees what, for as long as nothing enforces it. Once read it stays away in this browser. */
export function TenancyNote() {
  const [isRead, setIsRead] = useState(() => store.getBool(KEY, false));
  if (isRead) return null;
  const dismiss = (): void => {
    store.set(KEY, true);
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
