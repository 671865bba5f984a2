import type { Messages } from '../messages/messages.js';
import { besideQuotas } from '../panels/quota/beside.js';
import { quotas } from '../panels/quota/quotas.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** Who may take how much, and who is at the limit? */
export function quotaBoard(messages: Messages): BoardSpec {
  const { title, description, sections } = messages.quota;
  const { datasource, cluster, tenant } = variables(messages);
  return {
    id: 'quota',
    title,
    description,
    audience: 'operator',
    variables: [datasource, cluster, tenant],
    marks: [],
    links: linksFrom('quota', messages),
    sections: [
      { id: 'quotas', title: sections.quotas, panels: quotas(messages) },
      { id: 'beside', title: sections.beside, panels: besideQuotas(messages) },
    ],
  };
}
