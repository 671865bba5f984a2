import type { Messages } from '../messages/messages.js';
import { heat, host, links } from '../panels/node/graphs.js';
import { well } from '../panels/node/well.js';
import { who } from '../panels/node/who.js';
import { xids } from '../panels/node/xids.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** Is this machine well, and who is on it? */
export function nodeBoard(messages: Messages): BoardSpec {
  const { title, description, sections } = messages.node;
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
      { id: 'errors', title: sections.errors, panels: [xids(messages), ...links(messages)] },
      { id: 'host', title: sections.host, panels: host(messages) },
    ],
  };
}
