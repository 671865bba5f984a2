import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import {
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

export interface BoardState extends SceneObjectState {
  readonly parts: readonly SceneObject[];
}

const styles = (theme: GrafanaTheme2) => ({
  board: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    width: '100%',
    minWidth: 0,
  }),
});

function BoardView({ model }: SceneComponentProps<Board>) {
  const { parts } = model.useState();
  const { board } = useStyles2(styles);
  return (
    <div className={board}>
      {parts.map((part) => (
        <part.Component key={part.state.key} model={part} />
      ))}
    </div>
  );
}

/** Sections one below the other. */
export class Board extends SceneObjectBase<BoardState> {
  static Component = BoardView;
}
