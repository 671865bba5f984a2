import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { Fragment } from 'react';
import type { AnsiColor, AnsiPart } from './ansi.js';
import { ansiParts } from './ansi.js';
import { markParts } from './highlight.js';
import { visible } from './visible.js';

/** Terminals' colours as Grafana writes words in them, on either ground; the others stay as the text is. */
const shownColors = ({ colors }: GrafanaTheme2): Readonly<Partial<Record<AnsiColor, string>>> => ({
  red: colors.error.text,
  green: colors.success.text,
  yellow: colors.warning.text,
  blue: colors.info.text,
  magenta: colors.primary.text,
  cyan: colors.info.text,
});

function lookOf(theme: GrafanaTheme2, { color, isBold, isUnderlined }: AnsiPart): string {
  const shown = color === undefined ? undefined : shownColors(theme)[color];
  return css({
    ...(shown === undefined ? {} : { color: shown }),
    ...(isBold === true ? { fontWeight: theme.typography.fontWeightBold } : {}),
    ...(isUnderlined === true ? { textDecoration: 'underline' } : {}),
  });
}

const hasLook = ({ color, isBold, isUnderlined }: AnsiPart): boolean =>
  color !== undefined || isBold === true || isUnderlined === true;

export interface LineTextProps {
  readonly text: string;
  readonly finder: RegExp | undefined;
}

/** A line's words in the colours of its terminal, with those marked that were searched for. */
export function LineText({ text, finder }: LineTextProps) {
  const theme = useTheme2();
  return (
    <>
      {ansiParts(text).map((part, at) => {
        const marked = markParts(part.text, finder).map(({ text: said, isMarked }, place) =>
          isMarked ? <mark key={place}>{visible(said)}</mark> : visible(said),
        );
        return hasLook(part) ? (
          <span key={at} className={lookOf(theme, part)}>
            {marked}
          </span>
        ) : (
          <Fragment key={at}>{marked}</Fragment>
        );
      })}
    </>
  );
}
