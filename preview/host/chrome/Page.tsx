import { css } from '@emotion/css';
import { PageLayoutType, type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useLayoutEffect } from 'react';
import { PageHead } from './PageHead.js';
import { where } from './whereStore.js';

const styles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    padding: theme.spacing(2),
    [theme.breakpoints.up('md')]: { padding: theme.spacing(3) },
  }),
  raw: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 }),
  content: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 }),
});

/** Tells the frame what is shown, so that it can say where the visitor is. */
function useWhereabouts(pageNav: NavModelItem | undefined): void {
  useLayoutEffect(() => where.set(pageNav), [pageNav]);
  useEffect(() => () => where.set(undefined), []);
}

/** A page of a plugin: its head, unless it draws its own, and its content. */
export function Page(props: PluginPageProps) {
  const { pageNav, layout = PageLayoutType.Standard, children } = props;
  const { page, raw, content } = useStyles2(styles);
  useWhereabouts(pageNav);
  if (layout === PageLayoutType.Custom) return <div className={raw}>{children}</div>;
  return (
    <div className={page}>
      {layout === PageLayoutType.Standard && pageNav !== undefined && (
        <PageHead {...props} pageNav={pageNav} />
      )}
      <div className={content}>{children}</div>
    </div>
  );
}
