import type { Messages } from '../messages/messages.js';
import type { BoardId, LinkSpec } from '../spec/link.js';

/** Links to the other boards, with the variables that both know. */
export function linksFrom(from: BoardId, messages: Messages): readonly LinkSpec[] {
  const all: readonly LinkSpec[] = [
    { to: 'overview', title: messages.overview.title },
    {
      to: 'app',
      title: messages.app.title,
      keep: from === 'user' ? ['tenant', 'app', 'user'] : [],
    },
    {
      to: 'user',
      title: messages.user.title,
      keep: from === 'app' ? ['tenant', 'app', 'user'] : [],
    },
    { to: 'node', title: messages.node.title },
  ];
  return all.filter(({ to }) => to !== from);
}
