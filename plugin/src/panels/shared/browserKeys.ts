import type { KeyboardEvent } from 'react';

/** With these the browser does as it is told: back, to the next tab, to the end of the page. */
export const isBrowsers = ({
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey'>): boolean => altKey || ctrlKey || metaKey;
