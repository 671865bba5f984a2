import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom-v5-compat';
import type { Choice } from '../choice/index.js';
import type { App } from '../plugins/app.js';
import { wordsOf } from '../words/words.js';
import { crumbsOf } from './crumbs.js';
import { Nav } from './Nav.js';
import { pagesOf, startOf } from './pages.js';
import { NARROW, NAV_WIDTH, TOP_HEIGHT } from './sizes.js';
import { TopBar } from './TopBar.js';
import { useWhere } from './whereStore.js';

const CONTENT = 'content';

const styles = (theme: GrafanaTheme2) => ({
  skip: css({
    position: 'fixed',
    top: -100,
    left: theme.spacing(1),
    zIndex: theme.zIndex.portal,
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    '&:focus-visible': { top: theme.spacing(1) },
  }),
  main: css({
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    paddingTop: TOP_HEIGHT,
    background: theme.colors.background.primary,
    minWidth: 0,
  }),
  beside: css({
    [`@media (min-width: ${NARROW}px)`]: { marginLeft: NAV_WIDTH },
  }),
});

interface FrameProps {
  readonly app: App;
  readonly choice: Choice;
  readonly links: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

const isWide = (): boolean => window.innerWidth >= NARROW;

/** The list of pages stands open in a wide window and closes behind a visitor in a narrow one. */
function useNav(pathname: string) {
  const [isOpen, setOpen] = useState(isWide);
  useEffect(() => {
    if (!isWide()) setOpen(false);
  }, [pathname]);
  return { isOpen, setOpen };
}

/** Says in the window's title which page is shown, and that it is a preview. */
function useTitle(crumbs: readonly { readonly text: string }[], preview: string): void {
  const title = [...crumbs.map(({ text }) => text)].reverse().join(' - ');
  useEffect(() => {
    document.title = `${title} (${preview})`;
  }, [title, preview]);
}

/** The bar at the top, the list of pages at the left, the page. */
export function Frame({ app: { meta }, choice, links, children }: FrameProps) {
  const { skip, main, beside } = useStyles2(styles);
  const { pathname } = useLocation();
  const page = useWhere();
  const words = wordsOf(choice.language);
  const pages = pagesOf(meta);
  const start = startOf(meta, pages);
  const { isOpen, setOpen } = useNav(pathname);
  const crumbs = crumbsOf({ app: { name: meta.name, start }, pages, pathname, page });
  useTitle(crumbs, words.preview);
  return (
    <>
      <a className={skip} href={`${pathname}#${CONTENT}`}>
        {words.skip}
      </a>
      <TopBar
        words={words}
        choice={choice}
        crumbs={crumbs}
        links={links}
        isNavOpen={isOpen}
        onNav={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Nav words={words} pages={pages} pathname={pathname} onClose={() => setOpen(isWide())} />
      )}
      <main id={CONTENT} tabIndex={-1} className={cx(main, isOpen && beside)}>
        {children}
      </main>
    </>
  );
}
