import { attribute, boardFigure, type Attribution } from './attribution/attribute.js';
import { workloadsOf } from './attribution/workload.js';
import { createCharger } from './cycle/charger.js';
import type { CycleInput, CycleOutput } from './cycle/cycle.js';
import { resolverOf } from './identity/resolve.js';
import type { IdentityRules } from './identity/rules.js';
import { createMemory, type Memory } from './cycle/memory.js';
import { mergeAlike } from './cycle/mergeAlike.js';
import { nameHolders } from './cycle/names.js';
import { NO_TELEMETRY } from './normalise/noTelemetry.js';
import type { Board } from './normalise/telemetry.js';
import { reportOf } from './cycle/report.js';
import { deviceSeries, xidSeries } from './emit/device.js';
import { boardLabels, nodeLabels, workloadLabels, type NodeLabels } from './emit/labels.js';
import { unattributedSeries } from './emit/unattributed.js';
import { workloadSeries } from './emit/workload.js';
import type { LabelSet, Series } from './series/series.js';

export interface PipelineOptions extends NodeLabels {
  readonly rules: IdentityRules;
  /** Time between cycles, milliseconds. */
  readonly intervalMs: number;
  /** False for a source that repeats itself by design, such as one recorded text. Default true. */
  readonly detectFrozen?: boolean;
}

/** Samples and holders in, series out; keeps what must be remembered from cycle to cycle. */
export interface Pipeline {
  cycle(input: CycleInput): CycleOutput;
}

/**
 * The walk of a cycle on one page: who holds each device, which part of its figures is theirs, what they are called,
 * what they are charged, and the series that say so.
 *
 * @throws GpuscopeError RULE_INVALID when an identity rule can't be used
 */
export function createPipeline(options: PipelineOptions): Pipeline {
  const resolve = resolverOf(options.rules);
  const base = nodeLabels(options);
  const memory = createMemory(options.detectFrozen ?? true);
  const charger = createCharger(base, options.intervalMs);
  return {
    cycle(input) {
      const frozen = memory.frozen(input.telemetry);
      const telemetry = frozen ? undefined : input.telemetry;
      // A silent source has no devices, which is no fault of the claims on them.
      const holders = telemetry === undefined ? [] : input.holders;
      const attribution = attribute(telemetry ?? NO_TELEMETRY, holders, (board, figures) =>
        memory.floorOf(board, figures),
      );
      const held = attribution.boards.flatMap(workloadsOf);
      const names = nameHolders(held, input.directory, resolve);
      const workloads = mergeAlike(held, names);
      memory.remember(attribution, workloads, telemetry, names, input.nowMs);
      // Time is not charged while the source is silent: the next good cycle makes up for it, within bounds.
      const unmeasuredSeconds =
        telemetry === undefined ? 0 : charger.charge(attribution, names, input.monotonicMs);
      const workloadParts = workloads.flatMap((workload) => {
        const labels = workloadLabels(
          base,
          workload.leaf,
          workload.holder,
          names.of(workload.holder),
        );
        const facts = memory.factsOf(workload, labels, attribution, names);
        return workloadSeries(workload, facts, attribution.figures);
      });
      return {
        series: [
          ...boardSeries(base, attribution, memory),
          ...memory.lostBoards(telemetry).flatMap((board) => lostSeries(base, board, memory)),
          ...placeSeries(base, input, telemetry !== undefined),
          ...workloadParts,
          ...charger.series(input.monotonicMs),
        ],
        report: reportOf(input, { attribution, workloads, names, unmeasuredSeconds, frozen }),
      };
    },
  };
}

function boardSeries(base: LabelSet, { boards, figures }: Attribution, memory: Memory): Series[] {
  return boards.flatMap((attributed) => {
    const { board } = attributed;
    const watts = boardFigure(figures, 'gpu_power_watts', board);
    return [
      ...deviceSeries(base, attributed, figures, memory.xidsOf(board.uuid)),
      ...unattributedSeries(base, attributed, watts),
    ];
  });
}

/** Why a GPU fell off the bus is told when it no longer answers. */
const lostSeries = (base: LabelSet, board: Board, memory: Memory): Series[] =>
  memory.xidsOf(board.uuid).flatMap((xid) => xidSeries(boardLabels(base, board), xid));

function placeSeries(base: LabelSet, { place }: CycleInput, present: boolean): Series[] {
  return present
    ? [
        {
          metric: 'gpu_node_info',
          labels: { ...base, pool: place.pool, rack: place.rack },
          value: 1,
        },
      ]
    : [];
}
