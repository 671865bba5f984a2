import type { Messages } from '../messages/messages.js';
import { forecast } from '../panels/waste/forecast.js';
import { month } from '../panels/waste/month.js';
import { tooLarge, tooMany } from '../panels/waste/rightSize.js';
import {
  unusedDevices,
  unusedNumbers,
  unusedOverTime,
  unusedTable,
} from '../panels/waste/unused.js';
import { OF_TENANTS } from '../promql/select.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import type { Prices } from '../spec/prices.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** What could we give back, and when is it not enough any more? */
export function wasteBoard(messages: Messages, prices?: Prices): BoardSpec {
  const { title, description, sections, panels } = messages.waste;
  const { datasource, cluster, tenant } = variables(messages);
  const scope = OF_TENANTS;
  return {
    id: 'waste',
    title,
    description,
    audience: 'operator',
    from: 'now-30d',
    variables: [datasource, cluster, tenant],
    marks: [],
    links: linksFrom('waste', messages),
    sections: [
      {
        id: 'unused',
        title: sections.unused,
        panels: [
          unusedNumbers(messages, scope),
          unusedTable(messages, scope, 'unused-tenants', panels.unusedTenants, ['tenant']),
          unusedTable(messages, scope, 'unused-owners', panels.unusedOwners, [
            'user',
            'app',
            'tenant',
          ]),
          unusedDevices(messages, scope),
          unusedOverTime(messages, scope),
        ],
      },
      {
        id: 'rightSize',
        title: sections.rightSize,
        panels: [tooMany(messages, scope), tooLarge(messages, scope)],
      },
      { id: 'forecast', title: sections.forecast, panels: forecast(messages) },
      { id: 'month', title: sections.month, panels: month(messages, prices) },
    ],
  };
}
