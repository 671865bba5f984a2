import type { Messages } from '../messages/messages.js';
import { asked } from '../panels/exporter/asked.js';
import { exporters } from '../panels/exporter/exporters.js';
import { given } from '../panels/exporter/given.js';
import { names } from '../panels/exporter/names.js';
import { overTime } from '../panels/exporter/over.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { linksFrom } from './links.js';
import { variables } from './variables.js';

/** Do we know what we should know? */
export function exporterBoard(messages: Messages): BoardSpec {
  const { title, description, sections } = messages.exporter;
  const { datasource, cluster } = variables(messages);
  return {
    id: 'exporter',
    title,
    description,
    audience: 'operator',
    variables: [datasource, cluster],
    marks: [],
    links: linksFrom('exporter', messages),
    sections: [
      { id: 'exporters', title: sections.exporters, panels: exporters(messages) },
      { id: 'asked', title: sections.asked, panels: asked(messages) },
      { id: 'names', title: sections.names, panels: names(messages) },
      { id: 'given', title: sections.given, panels: given(messages) },
      { id: 'overTime', title: sections.overTime, panels: overTime(messages) },
    ],
  };
}
