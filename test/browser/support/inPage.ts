// Functions that run in the page. What they use of a browser is named here, since the rest of test/ runs in Node.
interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface PageElement {
  readonly innerText?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Rect;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
}
declare const document: PageElement & { readonly documentElement: PageElement };
declare const window: {
  readonly scrollX: number;
  readonly scrollY: number;
  readonly innerHeight: number;
};

/** A panel as it stands on the page. */
export interface PanelOnPage {
  readonly id: string;
  /** As the app says it: loading, empty, denied, failed or data. */
  readonly shown: string;
  readonly text: string;
  /** Something is drawn: a picture, a canvas, a row, a number. */
  readonly isDrawn: boolean;
  readonly box: Rect;
}

/** All panels that are drawn at present; those far below are not. */
export function panelsOnPage(): PanelOnPage[] {
  return [...document.querySelectorAll('[data-panel]')].map((panel) => {
    const { x, y, width, height } = panel.getBoundingClientRect();
    const text = panel.innerText ?? '';
    return {
      id: panel.getAttribute('data-panel') ?? '',
      shown: panel.getAttribute('data-shown') ?? '',
      text,
      isDrawn:
        panel.querySelector('canvas, svg, table, [role=grid], [role=row]') !== null ||
        /\d/.test(text),
      box: { x: x + window.scrollX, y: y + window.scrollY, width, height },
    };
  });
}

/** Whether something in sight still waits: panels that load, skeletons, Grafana's own bars. What is far below waits. */
export function isBusy(): boolean {
  const waiting = '[data-shown=loading], [data-testid=skeleton], [aria-busy=true]';
  const bars = '[aria-label="Panel loading bar"], [data-testid="Spinner"]';
  return [...document.querySelectorAll(`${waiting}, ${bars}`)].some((element) => {
    const { y, width, height } = element.getBoundingClientRect();
    return width > 0 && y < window.innerHeight && y + height > 0;
  });
}

/** Pixels by which the page is wider than its window. */
export function overflow(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/** Every text that can be seen within a part of the page, as it stands there. */
export function textsOnPage(within: string): string[] {
  const shown = [...document.querySelectorAll(`${within} *`)].filter(
    (element) => element.getBoundingClientRect().width > 0,
  );
  const texts = shown.flatMap((element) =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => (textContent ?? '').trim()),
  );
  return [...new Set(texts)].filter((text) => text !== '');
}
