import { LazyLoader } from '@grafana/scenes';
import { act } from '@testing-library/react';

const contentRect = {
  x: 0,
  y: 0,
  top: 0,
  left: 0,
  width: 800,
  height: 400,
  right: 800,
  bottom: 400,
};

/** jsdom lays nothing out: everything is seen, and is of one size. */
class Measured {
  constructor(private readonly tell: (entries: unknown[]) => void) {}
  observe(target: unknown): void {
    queueMicrotask(() => act(() => this.tell([{ target, contentRect }])));
  }
  unobserve(): void {}
  disconnect(): void {}
}

export function showEverything(): void {
  Object.assign(globalThis, { ResizeObserver: Measured });
  const seen = ({ id }: Element): void =>
    act(() => LazyLoader.callbacks[id]?.({ isIntersecting: true } as IntersectionObserverEntry));
  const observer = {
    observe: (element: Element) => queueMicrotask(() => seen(element)),
    unobserve: () => undefined,
    disconnect: () => undefined,
  };
  LazyLoader.observer = observer as unknown as IntersectionObserver;
}
