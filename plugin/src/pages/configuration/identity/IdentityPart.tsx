import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { useState } from 'react';
import type { Sources } from '../../../settings/useSources.js';
import { Part } from '../Part.js';
import { AppRules } from './AppRules.js';
import { ExplainPod } from './ExplainPod.js';
import type { LivePod } from './livePods.js';
import { LivePods } from './LivePods.js';

/** Whose pods are, as the rules have it: those that run now, and why. */
export function IdentityPart({ sources: { metrics, logs } }: { readonly sources: Sources }) {
  const [pod, explainPod] = useState<LivePod>();
  return (
    <Part
      title={t('config.identity.title', 'Names')}
      description={t(
        'config.identity.help',
        'Tenant, app and user of every pod come from rules; of each list the first rule that finds something wins.',
      )}
    >
      {metrics === undefined ? (
        <Text>
          {t(
            'config.identity.noMetrics',
            'Pods that run now are shown once there is a Prometheus.',
          )}
        </Text>
      ) : (
        <LivePods uid={metrics.uid} onExplain={explainPod} />
      )}
      {logs !== undefined && <AppRules uid={logs.uid} />}
      <ExplainPod pod={pod} />
    </Part>
  );
}
