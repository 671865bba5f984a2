import { useEffect, useState } from 'react';
import type { AboutAnswer } from '../../shared/index.js';
import type { NameFinder } from '../values/finder.js';

/** What the source can tell of itself; undefined until it has, or where it can't: an editor works without. */
export function useAbout(finder: NameFinder): AboutAnswer | undefined {
  const [about, setAbout] = useState<AboutAnswer>();
  useEffect(() => {
    let isWanted = true;
    finder.about().then(
      (answer) => isWanted && setAbout(answer),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [finder]);
  return about;
}
