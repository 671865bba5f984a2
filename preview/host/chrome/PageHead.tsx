import { css } from '@emotion/css';
import type { GrafanaTheme2, NavModelItem } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';

const styles = (theme: GrafanaTheme2) => ({
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 3),
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    marginBottom: theme.spacing(2),
  }),
  title: css({ h1: { marginBottom: 0, overflowWrap: 'anywhere' } }),
  subTitle: css({ color: theme.colors.text.secondary }),
  side: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'center' }),
  info: css({ display: 'flex', flexDirection: 'column' }),
  label: css({ color: theme.colors.text.secondary, ...theme.typography.bodySmall }),
  tabs: css({ marginBottom: theme.spacing(2) }),
});

interface PageHeadProps extends PluginPageProps {
  readonly pageNav: NavModelItem;
}

function Tabs({ items }: { readonly items: readonly NavModelItem[] }) {
  const { tabs } = useStyles2(styles);
  return (
    <TabsBar className={tabs}>
      {items.map(({ text, url, active, icon, tabCounter, tabSuffix }) => (
        <Tab
          key={url ?? text}
          label={text}
          active={active === true}
          href={url}
          icon={icon as never}
          counter={tabCounter}
          suffix={tabSuffix}
        />
      ))}
    </TabsBar>
  );
}

/** A page's title with what it says and offers beside it, and its parts as tabs. */
export function PageHead({ pageNav, renderTitle, subTitle, info, actions }: PageHeadProps) {
  const style = useStyles2(styles);
  const { text, children = [] } = pageNav;
  const said = subTitle ?? pageNav.subTitle;
  return (
    <>
      <div className={style.head}>
        <div className={style.title}>
          {renderTitle === undefined ? <h1>{text}</h1> : renderTitle(text)}
          {said !== undefined && <div className={style.subTitle}>{said}</div>}
        </div>
        <div className={style.side}>
          {info?.map(({ label, value }) => (
            <div key={label} className={style.info}>
              <span className={style.label}>{label}</span>
              {value}
            </div>
          ))}
          {actions}
        </div>
      </div>
      {children.length > 0 && <Tabs items={children} />}
    </>
  );
}
