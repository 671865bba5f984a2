import { withLabel } from './expr.js';
import { ON_NODES, select } from './select.js';

const BOARD = 'cluster, node, gpu, model';

/** XIDs after which a GPU must not be trusted until somebody has looked. */
const CRITICAL_XIDS = ['48', '62', '64', '74', '79', '95', '119', '120'] as const;

const day = 86_400;

const remapFailed = `max by (${BOARD}) (${select('gpu_row_remap_failure', ON_NODES)} == 1)`;
const remapPending = `max by (${BOARD}) (${select('gpu_row_remap_pending', ON_NODES)} == 1)`;
const pagesPending = `max by (${BOARD}) (${select('gpu_retired_pages_pending', ON_NODES)} > 0)`;
const uncorrectable = `max by (${BOARD}) (${select('gpu_ecc_errors_total', ON_NODES, 'kind="uncorrectable"', 'scope="volatile"')} > 0)`;
const xids = `max by (${BOARD}, xid) (time() - max_over_time(${select('gpu_xid_last_timestamp_seconds', ON_NODES, `xid=~"${CRITICAL_XIDS.join('|')}"`)}[1d]) < ${day})`;

/** Words for each thing that can be wrong, as the label `problem`. */
export interface SickWords {
  readonly remapFailed: string;
  readonly remapPending: string;
  readonly pagesPending: string;
  readonly uncorrectable: string;
}

/** A sample per board and problem. */
export const problems = (words: SickWords): string =>
  [
    withLabel(remapFailed, 'problem', words.remapFailed),
    withLabel(remapPending, 'problem', words.remapPending),
    withLabel(pagesPending, 'problem', words.pagesPending),
    withLabel(uncorrectable, 'problem', words.uncorrectable),
    `max by (${BOARD}, problem) (${withLabel(xids, 'problem', 'XID $1', 'xid', '(.+)')})`,
  ].join('\nor\n');

/** A sample per board with any problem. */
export const sickBoards = `max by (${BOARD}) (\n${[remapFailed, remapPending, pagesPending, uncorrectable, xids].join('\nor\n')}\n)`;

/** Boards that were there within six hours and are not any more, while their node still answers. */
export const missingBoards =
  `max by (cluster, node, gpu, uuid, model) (max_over_time(${select('gpu_info', ON_NODES)}[6h]))` +
  ` unless on (cluster, node, uuid) ${select('gpu_info', ON_NODES)}` +
  ` and on (cluster, node) ${select('gpu_node_info', ON_NODES)}`;
