import { getDataSourceSrv } from '@grafana/runtime';
import { Divider, Stack } from '@grafana/ui';
import { useMemo, useState } from 'react';
import type { AppSettings } from '../../settings/appSettings.js';
import { useSettings } from '../../settings/settingsContext.js';
import { sourcesOf } from '../../settings/useSources.js';
import { ChecksPart } from './checks/ChecksPart.js';
import { IdentityPart } from './identity/IdentityPart.js';
import { OthersPart } from './others/OthersPart.js';
import { PricesPart } from './prices/PricesPart.js';
import { SourcesPart } from './sources/SourcesPart.js';

/** Which sources the app asks, whether they answer, what GPU-hours cost, and how pods get their names. For admins. */
export function ConfigurationPage() {
  const { settings: saved } = useSettings();
  const [settings, change] = useState<AppSettings>(saved);
  // What is chosen is tested before it is saved.
  const sources = useMemo(() => sourcesOf(getDataSourceSrv().getList({}), settings), [settings]);
  return (
    <Stack direction="column" gap={2}>
      <SourcesPart settings={settings} onChange={change} />
      <Divider />
      <ChecksPart sources={sources} />
      <Divider />
      <PricesPart settings={settings} metricsUid={sources.metrics?.uid} onChange={change} />
      <Divider />
      <IdentityPart sources={sources} />
      <Divider />
      <OthersPart />
    </Stack>
  );
}
