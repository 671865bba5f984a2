import type { LabelSet } from '../series/series.js';
import { boardFigure, type Attribution } from '../attribution/attribute.js';
import { indexFigures, type Figures } from '../attribution/figures.js';
import type { Workload } from '../attribution/workload.js';
import type { Names } from './names.js';
import type { Board, Telemetry } from '../normalise/telemetry.js';
import type { WorkloadFacts } from '../emit/workload.js';
import { createActivity } from '../state/activity.js';
import { createFrozenDetector } from '../state/frozen.js';
import { createPowerFloors } from '../state/powerFloor.js';
import { createThrottled } from '../state/throttled.js';
import { createXidTracker, type XidCount } from '../state/xids.js';

/** What must be remembered from cycle to cycle to describe devices and workloads. */
export interface Memory {
  /** Whether the source repeats itself; call once a cycle. */
  frozen(telemetry: Telemetry | undefined): boolean;
  /** The idle floor as a fraction of a board's present power. */
  floorOf(board: Board, figures: Figures): number;
  remember(
    attribution: Attribution,
    workloads: readonly Workload[],
    telemetry: Telemetry | undefined,
    names: Names,
    nowMs: number,
  ): void;
  xidsOf(uuid: string): readonly XidCount[];
  /** Boards that no longer answer, as they were when they last did. */
  lostBoards(telemetry: Telemetry | undefined): readonly Board[];
  factsOf(
    workload: Workload,
    labels: LabelSet,
    attribution: Attribution,
    names: Names,
  ): WorkloadFacts;
}

export function createMemory(detectFrozen: boolean): Memory {
  const activity = createActivity();
  const detector = createFrozenDetector();
  let lastSeen: Telemetry | undefined;
  let isFrozen = false;
  const floors = createPowerFloors();
  const throttled = createThrottled();
  const xids = createXidTracker();
  const boards = new Map<string, Board>();
  return {
    frozen(telemetry) {
      if (!detectFrozen || telemetry === undefined) return false;
      // What is handed in again while its source is away says nothing new: it is no source that repeats itself.
      if (telemetry !== lastSeen) isFrozen = detector.advance(energyOf(telemetry));
      lastSeen = telemetry;
      return isFrozen;
    },
    floorOf: (board, figures) =>
      floors.advance(
        board.uuid,
        boardFigure(figures, 'gpu_power_watts', board),
        boardFigure(figures, 'gpu_power_limit_watts', board),
      ),
    remember({ figures }, workloads, telemetry, names, nowMs) {
      // A cycle without figures says nothing of anybody: what is remembered stays.
      if (telemetry === undefined) return;
      for (const board of telemetry.boards) boards.set(board.uuid, board);
      xids.advance(telemetry, nowMs);
      throttled.advance(workloads, figures);
      activity.advance(workloads, nowMs, ({ holder }) => {
        const start = names.startSeconds(holder);
        return start === undefined ? undefined : start * 1000;
      });
    },
    xidsOf: (uuid) => xids.of(uuid),
    lostBoards(telemetry) {
      const present = new Set(telemetry?.boards.map(({ uuid }) => uuid));
      const lost = new Set(telemetry?.lost.map(({ uuid }) => uuid));
      return [...boards.values()].filter(({ uuid }) => lost.has(uuid) && !present.has(uuid));
    },
    factsOf(workload, labels, { figures }, names) {
      const { key, leaf, holder, powerFraction } = workload;
      const power = boardFigure(figures, 'gpu_power_watts', leaf.board);
      const start = names.startSeconds(holder);
      const active = activity.lastActiveMs(key);
      const since = activity.firstSeenMs(key) ?? Infinity;
      const own = xids.of(leaf.uuid).filter(({ lastMs }) => lastMs > since);
      return {
        labels,
        ...(power === undefined ? {} : { watts: power * powerFraction }),
        ...(start === undefined ? {} : { startSeconds: start }),
        ...(active === undefined ? {} : { lastActiveSeconds: active / 1000 }),
        throttled: throttled.of(key),
        xids: new Map(own.map(({ xid, lastMs }) => [xid, lastMs / 1000])),
      };
    },
  };
}

/** Joules and watts of the boards that report both. */
function energyOf(telemetry: Telemetry): { uuid: string; joules: number; watts: number }[] {
  const figures = indexFigures(telemetry);
  return telemetry.boards.flatMap((board) => {
    const joules = boardFigure(figures, 'gpu_energy_joules_total', board);
    const watts = boardFigure(figures, 'gpu_power_watts', board);
    return joules === undefined || watts === undefined ? [] : [{ uuid: board.uuid, joules, watts }];
  });
}
