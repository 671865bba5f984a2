import { formattedValueToString, type FieldDisplay } from '@grafana/data';
import { calculateFontSize, useTheme2 } from '@grafana/ui';
import type { MouseEventHandler } from 'react';
import { arcPath, partOf } from './arc.js';

const RADIUS = 80;
const THICKNESS = 18;

export interface DialProps {
  readonly value: FieldDisplay;
  readonly width: number;
  readonly height: number;
  readonly showName: boolean;
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly className?: string;
}

/** One number on its scale, with its name below where there are several. */
export function Dial({ value, width, height, showName, onClick, className }: DialProps) {
  const theme = useTheme2();
  const { field, display } = value;
  const part = partOf(display.numeric, field.min ?? 0, field.max ?? 100);
  const text = formattedValueToString(display);
  const name = display.title ?? value.name;
  const fontSize = calculateFontSize(text, RADIUS * 1.3, RADIUS * 0.7, 1, 40);
  return (
    <div className={className} onClick={onClick} style={{ width, height, textAlign: 'center' }}>
      <svg
        viewBox="-100 -100 200 170"
        width={width}
        height={Math.max(0, height - (showName ? 24 : 0))}
        role="img"
        aria-label={`${name}: ${text}`}
      >
        <g fill="none" strokeWidth={THICKNESS}>
          <path d={arcPath(0, 1, RADIUS)} stroke={theme.colors.background.secondary} />
          {part > 0 && <path d={arcPath(0, part, RADIUS)} stroke={display.color} />}
        </g>
        <text
          textAnchor="middle"
          y={fontSize / 3}
          fontSize={fontSize}
          fontWeight={theme.typography.fontWeightMedium}
          fill={theme.colors.text.primary}
        >
          {text}
        </text>
      </svg>
      {showName && <div>{name}</div>}
    </div>
  );
}
