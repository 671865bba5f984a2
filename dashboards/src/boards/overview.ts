import type { Messages } from '../messages/messages.js';
import { hand } from '../panels/overview/hand.js';
import { gpuMap } from '../panels/overview/map.js';
import { overTime } from '../panels/overview/overTime.js';
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
      { id: 'full', title: sections.full, panels: rings(messages) },
      { id: 'map', title: sections.map, panels: [gpuMap(messages), overTime(messages)] },
      { id: 'who', title: sections.who, panels: top(messages) },
      { id: 'hand', title: sections.hand, panels: hand(messages) },
    ],
  };
}
