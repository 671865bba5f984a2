import type { PanelProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { Message } from '../shared/Message.js';
import { Settled } from '../shared/Settled.js';
import { Holders } from './Holders.js';
import type { Span } from './lane.js';
import { timeline } from './model.js';
import type { HoldersOptions } from './options.js';

/** Where the answer shows no distance of samples and Grafana told none. */
const A_HUNDREDTH = 100;

/** Who held which GPU when. */
export function HoldersPanel(props: PanelProps<HoldersOptions>) {
  const { data, timeRange, options } = props;
  const [fromMs, toMs] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const range: Span = useMemo(() => ({ fromMs, toMs }), [fromMs, toMs]);
  const stepMs = data.request?.intervalMs ?? (toMs - fromMs) / A_HUNDREDTH;
  const lanes = useMemo(() => timeline(data.series, range, stepMs), [data.series, range, stepMs]);
  return (
    <Settled data={data} rows={6}>
      {lanes.length === 0 ? (
        <Message
          title={t('panels.holders.empty', 'Nobody held a GPU in this time')}
          text={options.ifEmpty}
        />
      ) : (
        <Holders {...props} lanes={lanes} range={range} />
      )}
    </Settled>
  );
}
