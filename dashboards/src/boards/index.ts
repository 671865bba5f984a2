import type { Messages } from '../messages/messages.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { nodeBoard } from './node.js';
import { overviewBoard } from './overview.js';
import { appBoard, userBoard } from './workload.js';

/** Every board in a language. */
export const boards = (messages: Messages): readonly BoardSpec[] => [
  overviewBoard(messages),
  appBoard(messages),
  userBoard(messages),
  nodeBoard(messages),
];
