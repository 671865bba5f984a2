import { useTheme2 } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { formatAmount } from '../../words/index.js';
import { sparkPath } from './sparkPath.js';

const BOX = { width: 120, height: 22 };

/** A small line of GPUs used over time; read aloud as its range. */
export function Spark({ values }: { readonly values: readonly (number | null)[] }) {
  const theme = useTheme2();
  const known = values.filter((value): value is number => value !== null && !Number.isNaN(value));
  if (known.length === 0) return <div style={{ height: BOX.height + 2 }} />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const words = t('pages.list.between', 'between {{low}} and {{high}}', {
    low: formatAmount(low, 'gpus'),
    high: formatAmount(high, 'gpus'),
  });
  return (
    <svg
      role="img"
      aria-label={words}
      width={BOX.width}
      height={BOX.height + 2}
      style={{ display: 'block' }}
      viewBox={`0 -1 ${BOX.width} ${BOX.height + 2}`}
    >
      <title>{words}</title>
      <path
        d={sparkPath(values, BOX)}
        fill="none"
        stroke={theme.visualization.getColorByName('green')}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
