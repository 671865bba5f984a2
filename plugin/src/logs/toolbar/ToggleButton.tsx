import type { IconName } from '@grafana/ui';
import { Button } from '@grafana/ui';
import type { ReactNode } from 'react';

export interface ToggleButtonProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly icon?: IconName;
  readonly tooltip?: string;
  readonly children: ReactNode;
}

/** A button that stays pressed, as large as those beside it. */
export const ToggleButton = ({ isOn, onToggle, ...button }: ToggleButtonProps) => (
  <Button
    {...button}
    size="sm"
    variant={isOn ? 'primary' : 'secondary'}
    fill="outline"
    aria-pressed={isOn}
    onClick={onToggle}
  />
);
