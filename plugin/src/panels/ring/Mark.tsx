import { useTheme2 } from '@grafana/ui';
import { useId } from 'react';
import { partColors } from './colors.js';
import type { Figure } from './words.js';

/**
 * The sign before a figure. Each has a shape of its own, so that it can be told without its colour: held is a thin
 * ring as the outer one, used a disc, what is held and not used the thin line of the gap, free a dashed ring.
 */
export function Mark({ mark }: { readonly mark: Figure['mark'] }) {
  const theme = useTheme2();
  const hatch = useId();
  const { held, used, unused, unknown } = partColors(theme);
  const line = theme.colors.text.secondary;
  const shapes = {
    total: <circle cx="6" cy="6" r="4.5" fill="none" stroke={line} strokeWidth="1" />,
    held: <circle cx="6" cy="6" r="4" fill="none" stroke={held} strokeWidth="3" />,
    used: <circle cx="6" cy="6" r="4" fill={used} />,
    unused: <path d="M1 6 H11" stroke={unused} strokeWidth="2.5" />,
    unknown: (
      <>
        <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse">
          <rect width="1.5" height="3" fill={unknown} />
        </pattern>
        <rect x="1" y="1" width="10" height="10" fill={`url(#${hatch})`} />
      </>
    ),
    free: (
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill="none"
        stroke={line}
        strokeWidth="1"
        strokeDasharray="2 2"
      />
    ),
  };
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {shapes[mark]}
    </svg>
  );
}
