import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { Volume } from '../volume/readVolume.js';
import { Facets } from './Facets.js';

/** The lists on the left; on a narrow screen behind a button. */
export function FacetsColumn({ volume }: { readonly volume: Volume | undefined }) {
  const styles = useStyles2(stylesOf);
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.column}>
      <Button
        className={styles.button}
        size="sm"
        variant="secondary"
        icon="filter"
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {t('logs.facets', 'Narrow the lines')}
      </Button>
      <div className={isShown ? '' : styles.folded}>
        <Facets volume={volume} />
      </div>
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  column: css({
    flex: '0 0 250px',
    minWidth: 0,
    [theme.breakpoints.down('lg')]: { flexBasis: 200 },
    [theme.breakpoints.down('md')]: { flex: 'none' },
  }),
  button: css({ [theme.breakpoints.up('md')]: { display: 'none' } }),
  folded: css({ [theme.breakpoints.down('md')]: { display: 'none' } }),
});
