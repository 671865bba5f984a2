import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import {
  SceneObjectBase,
  SceneRefreshPicker,
  SceneTimePicker,
  type SceneComponentProps,
  type SceneObjectState,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

interface TimeControlsState extends SceneObjectState {
  readonly time: SceneTimePicker;
  readonly refresh: SceneRefreshPicker;
}

const styles = (theme: GrafanaTheme2) => ({
  group: css({ display: 'flex', gap: theme.spacing(1), marginLeft: 'auto' }),
});

function TimeControlsView({ model }: SceneComponentProps<TimeControls>) {
  const { time, refresh } = model.useState();
  const { group } = useStyles2(styles);
  return (
    <div className={group}>
      <time.Component model={time} />
      <refresh.Component model={refresh} />
    </div>
  );
}

/** Range and refresh at the right, which stay together where the line breaks. */
class TimeControls extends SceneObjectBase<TimeControlsState> {
  static Component = TimeControlsView;
}

export const timeControls = (): TimeControls =>
  new TimeControls({
    time: new SceneTimePicker({ isOnCanvas: true }),
    refresh: new SceneRefreshPicker({ isOnCanvas: true, refresh: '1m' }),
  });
