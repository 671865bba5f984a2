import type { KeyboardEvent, MouseEvent } from 'react';
import { useCallback, useEffect, useId, useState } from 'react';
import { isBrowsers } from './browserKeys.js';
import type { Place } from './move.js';
import { clamp, move } from './move.js';
import type { TipAt } from './Tip.js';

/** A place that there is something to say about, and where on the screen it is. */
export interface Pointed {
  readonly place: Place;
  readonly at: TipAt;
}

const FIRST: Place = { row: 0, column: 0 };
const OPENS: readonly string[] = ['Enter', ' '];

const below = (element: Element): TipAt => {
  const { left, width, bottom } = element.getBoundingClientRect();
  return { x: left + width / 2, y: bottom };
};

/** Reads `row:column` from the element under the pointer. */
function placeUnder(target: EventTarget): Pointed | undefined {
  const element = target instanceof Element ? target.closest('[data-place]') : null;
  const written = element?.getAttribute('data-place');
  if (element === null || written === null || written === undefined) return undefined;
  const [row = 0, column = 0] = written.split(':').map(Number);
  return { place: { row, column }, at: below(element) };
}

const isSame = (a: Pointed | undefined, b: Pointed | undefined): boolean =>
  a?.place.row === b?.place.row && a?.place.column === b?.place.column;

/** What is under the pointer; the same thing is not told twice. */
function usePointer() {
  const [pointed, point] = useState<Pointed>();
  const onMouseOver = useCallback(({ target }: MouseEvent) => {
    const found = placeUnder(target);
    point((before) => (isSame(before, found) ? before : found));
  }, []);
  const forget = useCallback(() => point(undefined), []);
  return { pointed, point, onMouseOver, forget };
}

/**
 * Rows of places that pointer and keys go through: one stop for the Tab key, arrows between the places, Enter clicks.
 *
 * Elements carry `id={idOf(row, column)}` and `data-place="row:column"`. Rows may be drawn only when they are in sight:
 * `scrollTo` brings one there.
 */
export function useGrid(lengths: readonly number[], scrollTo: (row: number) => void) {
  const id = useId();
  const [chosen, choose] = useState<Place>();
  const { pointed, point, onMouseOver, forget } = usePointer();
  const active = chosen === undefined ? undefined : clamp(chosen, lengths);
  const idOf = useCallback((row: number, column: number) => `${id}-${row}-${column}`, [id]);
  const activeId = active === undefined ? undefined : idOf(active.row, active.column);

  // Where fewer rows came, the place that is left, not the one that was chosen.
  const { row, column } = active ?? FIRST;
  useEffect(() => {
    if (activeId === undefined) return undefined;
    // A row that just came into sight is drawn by the next frame. What was told of another place is not left standing.
    const frame = requestAnimationFrame(() => {
      const element = document.getElementById(activeId);
      point(element === null ? undefined : { place: { row, column }, at: below(element) });
    });
    return () => cancelAnimationFrame(frame);
  }, [activeId, row, column, point]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isBrowsers(event)) return;
    if (event.key === 'Escape') forget();
    if (OPENS.includes(event.key) && activeId !== undefined) {
      event.preventDefault();
      document.getElementById(activeId)?.click();
    }
    const next = move(active ?? FIRST, event.key, lengths);
    if (next === undefined) return;
    event.preventDefault();
    const goal = active === undefined ? FIRST : next;
    choose(goal);
    scrollTo(goal.row);
  };

  const onBlur = () => {
    choose(undefined);
    forget();
  };

  return {
    active,
    pointed,
    idOf,
    gridProps: {
      role: 'grid',
      tabIndex: 0,
      'aria-activedescendant': activeId,
      onKeyDown,
      onBlur,
      onMouseOver,
      onMouseLeave: forget,
    },
  };
}
