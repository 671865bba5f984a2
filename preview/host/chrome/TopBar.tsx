import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, Tooltip, useStyles2 } from '@grafana/ui';
import type { Choice } from '../choice/index.js';
import type { Words } from '../words/words.js';
import { Choices } from './Choices.js';
import { Crumbs } from './Crumbs.js';
import type { Crumb } from './crumbs.js';
import { Servers } from './Servers.js';
import { TOP_HEIGHT } from './sizes.js';

const styles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'fixed',
    top: 0,
    left: 0,
    right: 0,
    height: TOP_HEIGHT,
    zIndex: theme.zIndex.navbarFixed + 1,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1.5),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  marks: css({
    display: 'flex',
    gap: theme.spacing(0.5),
    marginLeft: 'auto',
    whiteSpace: 'nowrap',
  }),
  mark: css({
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.colors.warning.border}`,
    borderRadius: theme.shape.radius.pill,
    color: theme.colors.warning.text,
    fontSize: theme.typography.bodySmall.fontSize,
    cursor: 'help',
  }),
});

interface TopBarProps {
  readonly words: Words;
  readonly choice: Choice;
  readonly crumbs: readonly Crumb[];
  readonly links: Readonly<Record<string, string>>;
  readonly isNavOpen: boolean;
  readonly onNav: () => void;
}

/** Where the visitor is, that this is a preview of simulated data, and what can be chosen. */
export function TopBar({ words, choice, crumbs, links, isNavOpen, onNav }: TopBarProps) {
  const { bar, marks, mark } = useStyles2(styles);
  return (
    <header className={bar}>
      <IconButton
        name="bars"
        size="lg"
        aria-label={isNavOpen ? words.closeNav : words.openNav}
        aria-expanded={isNavOpen}
        onClick={onNav}
      />
      <Crumbs words={words} crumbs={crumbs} />
      <Tooltip content={words.simulatedHint} placement="bottom">
        <div className={marks} tabIndex={0} role="note" aria-label={words.simulatedHint}>
          <span className={mark}>{words.preview}</span>
          <span className={mark}>{words.simulated}</span>
        </div>
      </Tooltip>
      <Servers words={words} links={links} />
      <Choices words={words} choice={choice} />
    </header>
  );
}
