import type { Messages } from '../../messages/messages.js';
import type { PanelSpec } from '../../spec/panelSpec.js';

/** A graph from which one gets to the lines of the chosen apps around the moment that was clicked. */
export const withLogs = ({ words }: Messages, graph: PanelSpec): PanelSpec => ({
  ...graph,
  links: [{ to: 'logs', title: words.toLogs, keep: ['tenant', 'app', 'user'], moment: true }],
});
