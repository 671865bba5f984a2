import type { Board, LeafId } from '../normalise/telemetry.js';
import { sliceRatio } from './slices.js';

/** What a workload can be given: a MIG instance, or a GPU without instances. */
export interface Leaf extends LeafId {
  readonly board: Board;
  /** Empty for a whole GPU. */
  readonly migProfile: string;
  /** Of its compute instances; empty where the source does not tell. */
  readonly migUuids: readonly string[];
  /** Part of the board, 0–1. An instance of unknown profile gets an equal part of what the others leave. */
  readonly slice: number;
}

/** A leaf as a key of maps. */
export const leafKey = (leaf: LeafId): string => `${leaf.uuid}/${leaf.gpuInstance}`;

/** The leaves of all boards, in the boards' order. */
export function leavesOf(boards: readonly Board[]): Leaf[] {
  return boards.flatMap((board) =>
    board.instances.length === 0 ? [wholeGpu(board)] : instanceLeaves(board),
  );
}

function wholeGpu(board: Board): Leaf {
  return { board, uuid: board.uuid, gpuInstance: '', migProfile: '', migUuids: [], slice: 1 };
}

function instanceLeaves(board: Board): Leaf[] {
  const stated = board.instances.map(({ migProfile }) => sliceRatio(board.model, migProfile));
  const known = stated.filter((slice) => slice !== undefined);
  const left = Math.max(0, 1 - known.reduce((sum, slice) => sum + slice, 0));
  const each = left / Math.max(1, stated.length - known.length);
  return board.instances.map(({ gpuInstance, migProfile, migUuids = [] }, i) => ({
    board,
    uuid: board.uuid,
    gpuInstance,
    migProfile,
    migUuids,
    slice: stated[i] ?? each,
  }));
}
