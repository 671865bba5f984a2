import { useTheme2 } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { filled, formatAmount } from '../../words/index.js';
import { isThere, sparkPath } from './sparkPath.js';

const BOX = { width: 120, height: 22 };

interface Props {
  readonly values: readonly (number | null)[];
  /** Pixels. */
  readonly width?: number;
}

/** A small line of GPUs used over time; read aloud as its range. */
export function Spark({ values, width = BOX.width }: Props) {
  const box = { width, height: BOX.height };
  const theme = useTheme2();
  const known = values.filter(isThere);
  if (known.length === 0) return <div style={{ height: BOX.height + 2 }} />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const words = t(
    'pages.list.between',
    'between {{low}} and {{high}}',
    filled({ low: formatAmount(low, 'gpus'), high: formatAmount(high, 'gpus') }),
  );
  return (
    <svg
      role="img"
      aria-label={words}
      width={width}
      height={BOX.height + 2}
      style={{ display: 'block' }}
      viewBox={`0 -1 ${width} ${BOX.height + 2}`}
    >
      <title>{words}</title>
      <path
        d={sparkPath(values, box)}
        fill="none"
        stroke={theme.visualization.getColorByName('green')}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
