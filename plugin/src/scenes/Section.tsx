import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import {
  LazyLoader,
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  type SceneComponentProps,
  type SceneObject,
  type SceneObjectState,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { Icon, useStyles2 } from '@grafana/ui';
import type { PlacedState, Size } from './size.js';

export interface SectionState extends SceneObjectState {
  /** A word for the address. */
  readonly id: string;
  readonly title: string;
  readonly panels: readonly SceneObject<PlacedState>[];
  readonly isFolded?: boolean;
}

const ROW = 30;
const GAP = 8;

const styles = (theme: GrafanaTheme2) => ({
  heading: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  toggle: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5),
    border: 'none',
    background: 'none',
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(24, minmax(0, 1fr))',
    gridAutoRows: ROW,
    gap: GAP,
  }),
});

/** Below these widths panels get more columns: half the page, then all of it. */
const cellStyle = (width: number, height: number) => (theme: GrafanaTheme2) =>
  css({
    gridColumn: `span ${width}`,
    gridRow: `span ${height}`,
    [theme.breakpoints.down('lg')]: { gridColumn: `span ${Math.min(24, Math.max(width, 12))}` },
    [theme.breakpoints.down('md')]: { gridColumn: '1 / -1' },
  });

function Cell({ panel, size }: { readonly panel: SceneObject; readonly size: Size }) {
  const { width, height } = size;
  const className = useStyles2(cellStyle(width, height));
  return (
    <LazyLoader key={panel.state.key ?? ''} className={className}>
      <panel.Component model={panel} />
    </LazyLoader>
  );
}

function SectionView({ model }: SceneComponentProps<Section>) {
  const { id, title, panels, isFolded = false } = model.useState();
  const { heading, toggle, grid } = useStyles2(styles);
  const contentId = `section-${id}`;
  return (
    <section>
      <h2 className={heading}>
        <button
          type="button"
          className={toggle}
          aria-expanded={!isFolded}
          aria-controls={contentId}
          onClick={() => model.fold(!isFolded)}
        >
          <Icon name={isFolded ? 'angle-right' : 'angle-down'} />
          {title}
        </button>
      </h2>
      <div id={contentId} className={grid} hidden={isFolded}>
        {!isFolded &&
          panels.map((panel) => (
            <Cell key={panel.state.key} panel={panel} size={panel.state.size} />
          ))}
      </div>
    </section>
  );
}

/** Panels under one heading, which folds them away; what is folded or far below asks nothing. */
export class Section extends SceneObjectBase<SectionState> {
  static Component = SectionView;
  private readonly parameter = `fold-${this.state.id}`;
  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [this.parameter] });

  fold(isFolded: boolean): void {
    this.setState({ isFolded });
  }

  getUrlState() {
    return { [this.parameter]: this.state.isFolded === true ? '1' : undefined };
  }

  updateFromUrl(values: SceneObjectUrlValues): void {
    this.fold(values[this.parameter] === '1');
  }
}
