import type { Messages } from '../messages/messages.js';
import { heat, host, links } from '../panels/node/graphs.js';
import { well } from '../panels/node/well.js';
import { who } from '../panels/node/who.js';
import { xidTable } from '../panels/xidTable.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** Is this machine well, and who is on it? */
export function nodeBoard(messages: Messages): BoardSpec {
  const { title, description, sections, panels } = messages.node;
  const { datasource, cluster, nodeFirst } = variables(messages);
  return {
    id: 'node',
    title,
    description,
    audience: 'operator',
    variables: [datasource, cluster, nodeFirst],
    marks: [],
    links: linksFrom('node', messages),
    sections: [
      { id: 'well', title: sections.well, panels: well(messages) },
      { id: 'who', title: sections.who, panels: who(messages) },
      { id: 'heat', title: sections.heat, panels: heat(messages) },
      {
        id: 'errors',
        title: sections.errors,
        panels: [xidTable(messages, panels.xids), ...links(messages)],
      },
      { id: 'host', title: sections.host, panels: host(messages) },
    ],
  };
}
