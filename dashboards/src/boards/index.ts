import type { Messages } from '../messages/messages.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { BOARD_IDS, type BoardId } from '../spec/link.js';
import type { Prices } from '../spec/prices.js';
import { nodeBoard } from './node.js';
import { overviewBoard } from './overview.js';
import { healthBoard } from './health.js';
import { quotaBoard } from './quota.js';
import { exporterBoard } from './exporter.js';
import { wasteBoard } from './waste.js';
import { appBoard, userBoard } from './workload.js';

const BOARDS: Readonly<Record<BoardId, (messages: Messages, prices?: Prices) => BoardSpec>> = {
  overview: overviewBoard,
  app: appBoard,
  user: userBoard,
  node: nodeBoard,
  waste: wasteBoard,
  health: healthBoard,
  quota: quotaBoard,
  exporter: exporterBoard,
};

/** A board in a language; with prices, in money, too. */
export const boardOf = (id: BoardId, messages: Messages, prices?: Prices): BoardSpec =>
  BOARDS[id](messages, prices);

/** Every board in a language. */
export const boards = (messages: Messages, prices?: Prices): readonly BoardSpec[] =>
  BOARD_IDS.map((id) => boardOf(id, messages, prices));
