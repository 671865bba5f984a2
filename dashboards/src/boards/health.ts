import type { Messages } from '../messages/messages.js';
import { errors } from '../panels/health/errors.js';
import { heat } from '../panels/health/heat.js';
import { fleetLinks } from '../panels/health/links.js';
import { illNow } from '../panels/health/now.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** Which GPUs are ill, and what is to be done about it? */
export function healthBoard(messages: Messages): BoardSpec {
  const { title, description, sections } = messages.health;
  const { datasource, cluster, node } = variables(messages);
  return {
    id: 'health',
    title,
    description,
    audience: 'operator',
    from: 'now-24h',
    variables: [datasource, cluster, node],
    marks: [],
    links: linksFrom('health', messages),
    sections: [
      { id: 'now', title: sections.now, panels: illNow(messages) },
      { id: 'errors', title: sections.errors, panels: errors(messages) },
      { id: 'heat', title: sections.heat, panels: heat(messages) },
      { id: 'links', title: sections.links, panels: fleetLinks(messages) },
    ],
  };
}
