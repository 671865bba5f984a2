import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Counts, Kind } from './counts.js';
import { kindColors } from './kindColors.js';
import { busyRamp } from './ramp.js';
import { Sign } from './Sign.js';
import type { TenantCount } from './tenants.js';
import { kindName } from './words.js';

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    flex: '0 0 auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.5),
    maxHeight: 44,
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  entry: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  ramp: css({ display: 'inline-flex' }),
  step: css({ width: 12, height: 12 }),
  free: css({ width: 12, height: 12, border: `1px dashed ${theme.colors.border.strong}` }),
  tenant: css({
    all: 'unset',
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    cursor: 'pointer',
    '&:hover, &[aria-pressed="true"]': { color: theme.colors.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
  }),
  frame: css({ width: 8, height: 8, borderStyle: 'solid', borderWidth: 2 }),
});

const SIGNED: readonly Kind[] = ['heldIdle', 'throttled', 'sick'];

function Ramp() {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <span className={styles.entry}>
      {t('panels.map.notBusy', '0 %')}
      <span className={styles.ramp} aria-hidden="true">
        {busyRamp(theme).map((color) => (
          <span key={color} className={styles.step} style={{ background: color }} />
        ))}
      </span>
      {t('panels.map.allBusy', '100 % busy')}
    </span>
  );
}

interface TenantsProps {
  readonly tenants: readonly TenantCount[];
  readonly colorOf: (tenant: string) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (tenant: string | undefined) => void;
}

/** Frames and whose they are; a click picks a tenant's cells out. */
function Tenants({ tenants, colorOf, chosen, onChoose }: TenantsProps) {
  const styles = useStyles2(getStyles);
  return tenants.map(({ tenant, cells }) => (
    <button
      key={tenant}
      type="button"
      className={styles.tenant}
      aria-pressed={chosen === tenant}
      onClick={() => onChoose(chosen === tenant ? undefined : tenant)}
    >
      <span className={styles.frame} style={{ borderColor: colorOf(tenant) }} />
      {`${tenant} ${cells}`}
    </button>
  ));
}

/** What fill, sign and frame mean, with how many there are of each. */
export function Legend({ counts, ...tenants }: TenantsProps & { readonly counts: Counts }) {
  const styles = useStyles2(getStyles);
  const colors = kindColors(useTheme2());
  const counted = t('panels.map.counted', 'Cells of the map: MIG slices count one by one');
  return (
    <div className={styles.legend} aria-label={t('panels.map.legend', 'Legend')} role="group">
      <Ramp />
      {SIGNED.map((kind) => (
        <span key={kind} className={styles.entry} title={counted}>
          <Sign kind={kind} color={colors[kind]} />
          {`${counts[kind]} ${kindName(kind)}`}
        </span>
      ))}
      <span className={styles.entry} title={counted}>
        <span className={styles.free} aria-hidden="true" />
        {`${counts.free} ${kindName('free')}`}
      </span>
      <Tenants {...tenants} />
    </div>
  );
}
