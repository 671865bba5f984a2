import type { Messages } from '../messages/messages.js';
import { BOARD_IDS, type BoardId, type LinkSpec, type VariableName } from '../spec/link.js';

/** What two boards may both know of beside data source and cluster, of which every board knows. */
const KNOWS: Readonly<Record<BoardId, readonly VariableName[]>> = {
  overview: ['tenant', 'node'],
  app: ['tenant', 'app', 'user'],
  user: ['tenant', 'app', 'user'],
  node: [],
  waste: ['tenant'],
  health: ['node'],
  quota: ['tenant'],
  exporter: [],
};

/** Boards that a tenant's people may open; the others are the operator's. */
const OF_TENANTS: readonly BoardId[] = ['overview', 'app', 'user', 'node'];

/** Links to the other boards, with the variables that both know. */
export function linksFrom(from: BoardId, messages: Messages): readonly LinkSpec[] {
  const others = from === 'app' || from === 'user' ? OF_TENANTS : BOARD_IDS;
  return others
    .filter((to) => to !== from)
    .map((to) => ({
      to,
      title: messages[to].title,
      keep: KNOWS[from].filter((name) => KNOWS[to].includes(name)),
    }));
}
