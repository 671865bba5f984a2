import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Tooltip, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { formatShare } from '../../words/index.js';
import { Message } from '../shared/Message.js';
import { Settled } from '../shared/Settled.js';
import { Figures } from './Figures.js';
import { ringLayout } from './layout.js';
import { hasWhole, lacksParts, ringModel } from './model.js';
import type { RingOptions } from './options.js';
import { RingDrawing } from './RingDrawing.js';
import { figuresOf, partNames, sentenceOf } from './words.js';

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    overflow: 'hidden',
  }),
  column: css({ flexDirection: 'column' }),
  lacking: css({
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    textAlign: 'center',
  }),
});

type RingProps = Pick<PanelProps<RingOptions>, 'data' | 'options' | 'width' | 'height'>;

function Ring({ data, options, width, height }: RingProps) {
  const styles = useStyles2(getStyles);
  const model = useMemo(() => ringModel(data.series), [data.series]);
  if (!hasWhole(model)) {
    return <Message title={t('panels.ring.empty', 'No figures')} text={options.ifEmpty} />;
  }
  const { direction, diameter } = ringLayout(width, height);
  const label = sentenceOf(model, options);
  return (
    <div
      className={direction === 'column' ? `${styles.box} ${styles.column}` : styles.box}
      style={{ width, height }}
    >
      <Tooltip content={label} placement="auto">
        <div>
          <RingDrawing
            model={model}
            diameter={diameter}
            label={label}
            big={formatShare(model.used / model.total)}
            small={partNames(options.names).used}
          />
        </div>
      </Tooltip>
      <div>
        <Figures figures={figuresOf(model, options)} />
        {lacksParts(model) && <p className={styles.lacking}>{options.ifEmpty}</p>}
      </div>
    </div>
  );
}

/** How full it is: given out outside, at work inside, so that what is held for nothing is seen at once. */
export function RingPanel(props: PanelProps<RingOptions>) {
  return (
    <Settled data={props.data} rows={4} ring>
      <Ring {...props} />
    </Settled>
  );
}
