import type { Messages } from '../messages/messages.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import type { BoardId } from '../spec/link.js';
import { nodeBoard } from './node.js';
import { overviewBoard } from './overview.js';
import { appBoard, userBoard } from './workload.js';

/** Stands in for boards that are being written. */
const standIn =
  (id: BoardId) =>
  (messages: Messages): BoardSpec => ({ ...nodeBoard(messages), id });

const BOARDS: Readonly<Record<BoardId, (messages: Messages) => BoardSpec>> = {
  overview: overviewBoard,
  app: appBoard,
  user: userBoard,
  node: nodeBoard,
  waste: standIn('waste'),
  health: standIn('health'),
  quota: standIn('quota'),
  exporter: standIn('exporter'),
};

/** A board in a language. */
export const boardOf = (id: BoardId, messages: Messages): BoardSpec => BOARDS[id](messages);

const READY: readonly BoardId[] = ['overview', 'app', 'user', 'node'];

/** Every board in a language. */
export const boards = (messages: Messages): readonly BoardSpec[] =>
  READY.map((id) => boardOf(id, messages));
