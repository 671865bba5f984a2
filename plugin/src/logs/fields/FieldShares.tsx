import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { IconButton, useStyles2 } from '@grafana/ui';
import { Skeleton } from '../../app/Skeleton.js';
import { Said } from '../facets/Said.js';
import { useValues } from '../source/useValues.js';
import { narrowed } from '../state/filter.js';
import { useLogs } from '../state/useLogs.js';

const TOP = 10;

const plain = { interpolation: { escapeValue: false } };

interface ShareProps {
  readonly name: string;
  readonly text: string;
  readonly count: number;
  readonly most: number;
}

function Share({ name, text, count, most }: ShareProps) {
  const styles = useStyles2(stylesOf);
  const { change } = useLogs();
  const narrow = (isOut: boolean) =>
    change((before) => narrowed(before, [name, text], { isOut, isField: true }));
  return (
    <li className={styles.share}>
      <span className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
      <span className={styles.text}>{text}</span>
      <span className={styles.count}>{count.toLocaleString()}</span>
      <IconButton
        name="search-plus"
        tooltip={t('lines.only', 'Only lines with {{name}} {{value}}', {
          name,
          value: text,
          ...plain,
        })}
        onClick={() => narrow(false)}
      />
      <IconButton
        name="search-minus"
        tooltip={t('lines.not', 'Not lines with {{name}} {{value}}', {
          name,
          value: text,
          ...plain,
        })}
        onClick={() => narrow(true)}
      />
    </li>
  );
}

/** A field's most frequent values, as bars. */
export function FieldShares({ name }: { readonly name: string }) {
  const styles = useStyles2(stylesOf);
  const { selection, range } = useLogs();
  const { value, error } = useValues({ selection, range, name, top: TOP });
  const most = Math.max(1, ...(value?.values ?? []).map(({ count = 0 }) => count));
  return (
    <section>
      <h2 className={styles.heading}>{name}</h2>
      {error !== undefined && <Said text={error} />}
      {value === undefined && error === undefined && <Skeleton height={60} />}
      {value?.values.length === 0 && <Said text={t('logs.facet.none', 'None in these lines')} />}
      <ul className={styles.list} aria-label={name}>
        {value?.values.map(({ text, count = 0 }) => (
          <Share key={text} {...{ name, text, count, most }} />
        ))}
      </ul>
      {value?.isCut === true && (
        <Said text={t('logs.fields.cut', 'The {{top}} most frequent.', { top: TOP })} />
      )}
      {value?.notices.map((text) => (
        <Said key={text} text={text} />
      ))}
    </section>
  );
}

const stylesOf = (theme: GrafanaTheme2) => ({
  heading: css({ margin: theme.spacing(1, 0, 0.5), fontSize: theme.typography.body.fontSize }),
  list: css({ listStyle: 'none', margin: 0 }),
  share: css({
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.25, 0.5),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  bar: css({
    position: 'absolute',
    inset: '1px auto 1px 0',
    background: theme.colors.primary.transparent,
    borderRadius: theme.shape.radius.default,
    pointerEvents: 'none',
  }),
  text: css({ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  count: css({ fontVariantNumeric: 'tabular-nums', color: theme.colors.text.secondary }),
});
