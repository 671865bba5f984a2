import type { KeyboardEvent } from 'react';
import { useCallback, useState } from 'react';
import { isBrowsers } from '../shared/browserKeys.js';

/** Rows of one press of a page key. */
const PAGE = 10;

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
};

const within = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place));

export interface LineKeys {
  /** The row that keys act on. */
  readonly active: string | undefined;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (rowKey: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Arrows lead through the rows, Enter opens one, Escape closes what is open. Rows are known by their keys, so that new
 * ones above don't move what is open.
 */
export function useLineKeys(keys: readonly string[], show: (place: number) => void): LineKeys {
  const [active, setActive] = useState<string>();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback((rowKey: string) => {
    setActive(rowKey);
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(rowKey)) after.add(rowKey);
      return after;
    });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const isInside = event.target !== event.currentTarget;
    if (event.key === 'Escape' && open.size > 0) {
      event.stopPropagation();
      setOpen(new Set());
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
      return;
    }
    if (isInside || keys.length === 0 || isBrowsers(event)) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const at = active === undefined ? -1 : keys.indexOf(active);
      const next = at < 0 && Math.abs(step) < Infinity ? 0 : within(at + step, keys.length);
      setActive(keys[next]);
      show(next);
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      onToggle(active);
    }
  };
  return { active, open, onToggle, onKeyDown };
}
