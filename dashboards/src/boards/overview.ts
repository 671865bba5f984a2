import type { Messages } from '../messages/messages.js';
import { hand } from '../panels/overview/hand.js';
import { map } from '../panels/overview/map.js';
import { numbersBelow } from '../panels/overview/numbers.js';
import { rings } from '../panels/overview/rings.js';
import { top } from '../panels/overview/top.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** How full are we, and who is it? */
export function overviewBoard(messages: Messages): BoardSpec {
  const { title, description, sections } = messages.overview;
  const { datasource, cluster, node, tenant, rank } = variables(messages);
  return {
    id: 'overview',
    title,
    description,
    audience: 'operator',
    variables: [datasource, cluster, node, tenant, rank],
    marks: [],
    links: linksFrom('overview', messages),
    sections: [
      { title: sections.full, panels: [...rings(messages), ...numbersBelow(messages)] },
      { title: sections.map, panels: map(messages) },
      { title: sections.who, panels: top(messages) },
      { title: sections.hand, panels: hand(messages) },
    ],
  };
}
