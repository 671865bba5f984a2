/** The parts of a click that tell whether it is the page's to follow. */
export interface Click {
  readonly button: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
}

// Files and answers are no pages.
const NO_PAGE = /^\/(public|api|avatar|login|logout)(\/|$)/;

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: Click): boolean =>
  button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);

/** Where a click on a link leads within the page; undefined where the browser is to follow it. */
export function followed(click: Click, link: HTMLAnchorElement | null): string | undefined {
  if (link === null || click.defaultPrevented || !isPlain(click)) return undefined;
  const target = link.getAttribute('target');
  if (target !== null && target !== '' && target !== '_self') return undefined;
  if (link.hasAttribute('download') || !link.hasAttribute('href')) return undefined;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || NO_PAGE.test(url.pathname)) return undefined;
  const isJump = url.hash !== '' && url.pathname === window.location.pathname;
  return isJump ? undefined : `${url.pathname}${url.search}${url.hash}`;
}

/** Follows plain links without loading the page anew, as Grafana does. */
export function followLinks(push: (address: string) => void): () => void {
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    const link = target instanceof Element ? target.closest('a') : null;
    const address = followed(event, link);
    if (address === undefined) return;
    event.preventDefault();
    push(address);
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}
