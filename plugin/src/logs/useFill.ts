import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

const LEAST = 420;
const BELOW = 24;

/** The height that an element can have down to the window's end. */
export function useFill(element: RefObject<HTMLElement>): number {
  const [height, setHeight] = useState(LEAST);
  useLayoutEffect(() => {
    const measure = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setHeight(Math.max(LEAST, window.innerHeight - top - BELOW));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [element]);
  return height;
}
