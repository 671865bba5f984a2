import type { PanelProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { Message } from '../shared/Message.js';
import { Settled } from '../shared/Settled.js';
import { GpuMap } from './GpuMap.js';
import { mapModel } from './model.js';
import type { GpuMapOptions } from './options.js';

/** Which GPUs there are, whose they are, and how busy; worst first once there are many. */
export function GpuMapPanel(props: PanelProps<GpuMapOptions>) {
  const { data, options } = props;
  const nodes = useMemo(() => mapModel(data.series), [data.series]);
  return (
    <Settled data={data} rows={8}>
      {nodes.length === 0 ? (
        <Message title={t('panels.map.empty', 'No GPUs here')} text={options.ifEmpty} />
      ) : (
        <GpuMap {...props} nodes={nodes} />
      )}
    </Settled>
  );
}
