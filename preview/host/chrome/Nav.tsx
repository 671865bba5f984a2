import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect } from 'react';
import type { Words } from '../words/words.js';
import { isWithin, type PageItem } from './pages.js';
import { NARROW, NAV_WIDTH, TOP_HEIGHT } from './sizes.js';

const styles = (theme: GrafanaTheme2) => ({
  veil: css({
    position: 'fixed',
    inset: `${TOP_HEIGHT}px 0 0 0`,
    zIndex: theme.zIndex.navbarFixed - 1,
    background: theme.components.overlay.background,
    [`@media (min-width: ${NARROW}px)`]: { display: 'none' },
  }),
  nav: css({
    position: 'fixed',
    top: TOP_HEIGHT,
    bottom: 0,
    left: 0,
    width: NAV_WIDTH,
    zIndex: theme.zIndex.navbarFixed,
    overflowY: 'auto',
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    ul: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  item: css({
    display: 'block',
    padding: theme.spacing(0.75, 1.5),
    borderRadius: theme.shape.radius.default,
    borderLeft: '3px solid transparent',
    color: theme.colors.text.secondary,
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
  }),
  here: css({
    color: theme.colors.text.primary,
    background: theme.colors.action.selected,
    borderLeftColor: theme.colors.warning.border,
  }),
});

interface NavProps {
  readonly words: Words;
  readonly pages: readonly PageItem[];
  readonly pathname: string;
  /** Asked for where the list lies over the page. */
  readonly onClose: () => void;
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onEscape();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onEscape]);
}

/** The app's pages. */
export function Nav({ words, pages, pathname, onClose }: NavProps) {
  const { veil, nav, item, here } = useStyles2(styles);
  useEscape(onClose);
  return (
    <>
      <div className={veil} onClick={onClose} aria-hidden="true" />
      <nav id="pages" className={nav} aria-label={words.nav}>
        <ul>
          {pages.map(({ title, path }) => {
            const isHere = isWithin(path, pathname);
            return (
              <li key={path}>
                <a
                  href={path}
                  className={cx(item, isHere && here)}
                  {...(isHere ? { 'aria-current': 'page' as const } : {})}
                >
                  {title}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </>
  );
}
