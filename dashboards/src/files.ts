import { boards } from './boards/index.js';
import { boardJson } from './grafana/board.js';
import { en } from './messages/en/index.js';

/** Every board as a file, by its path below the repository's root. */
export const boardFiles = (): ReadonlyMap<string, string> =>
  new Map(
    boards(en).map((board) => [
      `dashboards/boards/${board.id}.json`,
      `${JSON.stringify(boardJson(board), null, 2)}\n`,
    ]),
  );
