import type { Messages } from '../messages/messages.js';
import type { Mapping } from '../spec/mapping.js';

/** A utilisation in words. */
export const busyMappings = ({ states }: Messages): readonly Mapping[] => [
  { from: 0, to: 0.05, text: states.idle, level: 'warn' },
  { from: 0.05, to: 0.5, text: states.light, level: 'note' },
  { from: 0.5, to: 1, text: states.busy, level: 'good' },
];

/** What each XID means, or what is to be done, in place of its number. */
export const xidMappings = ({ xids }: Messages, part: 'meaning' | 'advice'): readonly Mapping[] =>
  Object.entries(xids).map(([value, words]) => ({ value, text: words[part] }));
