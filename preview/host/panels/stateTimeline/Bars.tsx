import { css } from '@emotion/css';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { measureText, useStyles2, useTheme2 } from '@grafana/ui';
import type { Options } from './options.js';
import type { Line, Stretch } from './stretches.js';

const FONT = 12;

const styles = (theme: GrafanaTheme2) => ({
  row: css({ position: 'relative', borderBottom: `1px solid ${theme.colors.border.weak}` }),
  bar: css({
    position: 'absolute',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    fontSize: FONT,
    padding: theme.spacing(0, 0.5),
    color: theme.colors.text.maxContrast,
  }),
});

export interface BarsProps {
  readonly line: Line;
  readonly height: number;
  readonly width: number;
  readonly range: { readonly from: number; readonly to: number };
  readonly options: Options;
  readonly onHover: (stretch: Stretch | undefined, event: React.MouseEvent) => void;
}

const fillOf = ({ field }: Line): number => {
  const { fillOpacity = 70 } = (field.config.custom ?? {}) as { fillOpacity?: number };
  return fillOpacity / 100;
};

/** One row: a bar for each stretch, with its text where there is room. */
export function Bars({ line, height, width, range, options, onHover }: BarsProps) {
  const { row, bar } = useStyles2(styles);
  const theme = useTheme2();
  const scale = width / (range.to - range.from);
  const high = Math.max(2, height * options.rowHeight);
  const hasText = (text: string, wide: number): boolean =>
    options.showValue === 'always' ||
    (options.showValue === 'auto' && wide > measureText(text, FONT).width + 8);
  return (
    <div className={row} style={{ height, width }}>
      {line.stretches.map((stretch) => {
        const wide = Math.max(1, (stretch.to - stretch.from) * scale);
        const color = theme.visualization.getColorByName(stretch.color);
        return (
          <div
            key={stretch.from}
            className={bar}
            style={{
              left: (stretch.from - range.from) * scale,
              width: wide,
              top: (height - high) / 2,
              height: high,
              lineHeight: `${high}px`,
              textAlign: options.alignValue,
              background: colorManipulator.alpha(color, fillOf(line)),
            }}
            onMouseMove={(event) => onHover(stretch, event)}
            onMouseLeave={(event) => onHover(undefined, event)}
          >
            {hasText(stretch.text, wide) && stretch.text}
          </div>
        );
      })}
    </div>
  );
}
