import { t } from '@grafana/i18n';
import type { AppLogsSettings } from '../../shared/index.js';
import { NumberField } from '../editor/NumberField.js';
import { Part } from './Part.js';
import type { SettingsEdits } from './useSettings.js';

type Limits = NonNullable<AppLogsSettings['limits']>;

// What the backend takes where nothing is written, and the most that it takes.
const STANDARD = { rangeHours: 31 * 24, lines: 10_000, perTenant: 8 } as const;
const MOST = { rangeHours: 87_840, lines: 10_000, perTenant: 1000 } as const;

/** How much one question may ask for, so that nobody's question starves the others. */
export function LimitsPart({ edits }: { readonly edits: SettingsEdits }) {
  const { limits = {} } = edits.settings;
  const put = (part: Partial<Limits>) => {
    const made = Object.fromEntries(
      Object.entries({ ...limits, ...part }).filter(([, value]) => value !== undefined),
    );
    edits.change({ limits: Object.keys(made).length === 0 ? undefined : made });
  };
  const field = (name: keyof Limits, label: string) => (
    <NumberField
      label={label}
      value={limits[name]}
      standard={STANDARD[name]}
      max={MOST[name]}
      width={20}
      disabled={edits.isReadOnly}
      onCommit={(value) => put({ [name]: value })}
    />
  );
  return (
    <Part
      title={t('config.limits.title', 'Limits')}
      description={t(
        'config.limits.help',
        'What exceeds a limit is refused with a reason, or cut and said so.',
      )}
    >
      {field('rangeHours', t('config.limits.range', 'Longest time range, in hours'))}
      {field('lines', t('config.limits.lines', 'Most lines of one query'))}
      {field('perTenant', t('config.limits.perTenant', 'Queries of one tenant at a time'))}
    </Part>
  );
}
