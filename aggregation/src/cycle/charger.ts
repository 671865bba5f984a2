import { boardFigure, type AttributedBoard, type Attribution } from '../attribution/attribute.js';
import type { Figures } from '../attribution/figures.js';
import { workloadsOf, type Workload } from '../attribution/workload.js';
import type { Names } from './names.js';
import { accountSeries } from '../emit/account.js';
import { accountLabels, boardLabels } from '../emit/labels.js';
import { unattributedEnergySeries } from '../emit/unattributed.js';
import type { LabelSet, Series } from '../series/series.js';
import { createLedger, type AccountCharge } from '../state/accounts.js';
import { createMeter, type Charge } from '../state/charging.js';
import { createIncreases } from '../state/increases.js';
import { createUnattributedEnergy } from '../state/unattributedEnergy.js';

/** Charges each cycle's time and energy to the accounts of those who are present at its end. */
export interface Charger {
  /** Answers the seconds that were charged to nobody because too many had passed. */
  charge(attribution: Attribution, names: Names, monotonicMs: number): number;
  series(monotonicMs: number): Series[];
}

export function createCharger(base: LabelSet, intervalMs: number): Charger {
  const meter = createMeter(intervalMs);
  const ledger = createLedger();
  const energy = createIncreases();
  const unattributed = createUnattributedEnergy();
  return {
    charge({ boards, figures }, names, monotonicMs) {
      const time = meter.advance(monotonicMs);
      const charges = boards.flatMap((attributed) => {
        const grown = boardJoules(attributed, figures, time, energy.advance);
        const { charged, lost } = measured(grown, time);
        const { rest } = attributed.power;
        unattributed.add(boardLabels(base, attributed.board), {
          free: rest.free * charged,
          unknown: rest.unknown * charged + lost,
          overhead: rest.overhead * charged,
        });
        const joules = grown === undefined ? undefined : charged;
        return workloadsOf(attributed).map((one) => chargeOf(one, base, names, time, joules));
      });
      energy.sweep();
      ledger.charge(charges, monotonicMs);
      return time.unmeasured;
    },
    series: (monotonicMs) => [
      ...unattributed.totals().map(unattributedEnergySeries),
      ...ledger.accounts(monotonicMs).flatMap(accountSeries),
    ],
  };
}

/** The board's energy since its last reading: by its counter, else its power over the time charged; joules. */
function boardJoules(
  { board }: AttributedBoard,
  figures: Figures,
  { seconds }: Charge,
  advance: (key: string, value: number) => number | undefined,
): number | undefined {
  const counter = boardFigure(figures, 'gpu_energy_joules_total', board);
  if (counter !== undefined) return advance(board.uuid, counter) ?? 0;
  const watts = boardFigure(figures, 'gpu_power_watts', board);
  return watts === undefined ? undefined : watts * seconds;
}

/** Of energy that grew while nobody looked, only the charged time's part can be anybody's. */
function measured(
  joules: number | undefined,
  { seconds, unmeasured }: Charge,
): { readonly charged: number; readonly lost: number } {
  const grown = joules ?? 0;
  const elapsed = seconds + unmeasured;
  const charged = elapsed > 0 ? (grown * seconds) / elapsed : 0;
  return { charged, lost: grown - charged };
}

function chargeOf(
  { leaf, holder, allocated, utilization, powerFraction }: Workload,
  base: LabelSet,
  names: Names,
  { seconds }: Charge,
  joules: number | undefined,
): AccountCharge {
  return {
    labels: accountLabels(base, leaf, holder, names.of(holder)),
    allocatedSeconds: allocated * leaf.slice * seconds,
    ...(utilization === undefined ? {} : { activeSeconds: utilization * leaf.slice * seconds }),
    ...(joules === undefined ? {} : { joules: joules * powerFraction }),
  };
}
