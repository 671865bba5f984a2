import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import {
  SceneObjectBase,
  sceneGraph,
  type SceneComponentProps,
  type SceneDataTransformer,
  type SceneQueryRunner,
  type SceneObject,
  type SceneObjectState,
  type VizPanel,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { PanelInstead } from './PanelInstead.js';
import { Skeleton } from '../app/Skeleton.js';
import type { Size } from './size.js';
import { errorText, shownOf } from './emptiness.js';

export interface BoardPanelState extends SceneObjectState {
  readonly panel: VizPanel;
  readonly $data: SceneDataTransformer | SceneQueryRunner;
  /** What is missing, or what it means, when nothing is there to show. */
  readonly ifEmpty: string;
  readonly size: Size;
}

/** A panel with words of its own for when it has nothing to show. It holds the data, so that it stays alive meanwhile. */
export class BoardPanel extends SceneObjectBase<BoardPanelState> {
  static Component = BoardPanelView;
}

const styles = (theme: GrafanaTheme2) => ({
  place: css({ position: 'relative', width: '100%', height: '100%' }),
  bones: css({
    position: 'absolute',
    inset: `${theme.spacing(5)} ${theme.spacing(1)} ${theme.spacing(1)}`,
    pointerEvents: 'none',
  }),
});

/** What stands at the right of a panel's heading stays there when the panel has nothing to draw. */
function actionsOf({ state: { headerActions } }: VizPanel) {
  if (!Array.isArray(headerActions)) return undefined;
  return headerActions.map((action: SceneObject) => (
    <action.Component key={action.state.key} model={action} />
  ));
}

function BoardPanelView({ model }: SceneComponentProps<BoardPanel>) {
  const { panel, $data, ifEmpty } = model.useState();
  const { data } = $data.useState();
  const { place, bones } = useStyles2(styles);
  const shown = shownOf(data);
  const isDrawn = shown === 'data' || shown === 'loading';
  const text = (words: string | undefined): string =>
    sceneGraph.interpolate(panel, words, undefined, 'text');
  return (
    <div className={place} data-panel={panel.state.key} data-shown={shown}>
      {isDrawn ? (
        <panel.Component model={panel} />
      ) : (
        <PanelInstead
          title={text(panel.state.title)}
          description={panel.state.description ?? ''}
          shown={shown}
          ifEmpty={ifEmpty}
          said={data && errorText(data)}
          actions={actionsOf(panel)}
          onRetry={() => sceneGraph.getTimeRange(model).onRefresh()}
        />
      )}
      {shown === 'loading' && (
        <div className={bones}>
          <Skeleton height="100%" />
        </div>
      )}
    </div>
  );
}
