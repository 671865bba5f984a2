import { t } from '@grafana/i18n';
import { VizPanelMenu } from '@grafana/scenes';
import { linkTemplate } from './links.js';
import { urlIn } from './UrlLink.js';

const KEPT = ['tenant', 'app', 'user', 'node'] as const;

/**
 * A panel's menu: what the pods of the present choice wrote in the present time range.
 *
 * @param names variables of the board
 */
export function linesMenu(names: readonly string[]): VizPanelMenu {
  const template = linkTemplate(names)({
    to: 'logs',
    title: '',
    keep: KEPT.filter((name) => names.includes(name)),
  });
  const menu = new VizPanelMenu({});
  // Worked out whenever the menu is opened: choice and range change.
  menu.addActivationHandler(() => {
    menu.setItems([
      {
        text: t('pages.panel.lines', 'Log lines in this time range'),
        iconClassName: 'gf-logs',
        href: urlIn(menu, template),
      },
    ]);
  });
  return menu;
}
