import { boardFigure, type AttributedBoard, type Attribution } from '../attribution/attribute.js';
import type { Figures } from '../attribution/figures.js';
import { workloadsOf, type Workload } from '../attribution/workload.js';
import type { Names } from './names.js';
import { accountSeries } from '../emit/account.js';
import { accountLabels, boardLabels } from '../emit/labels.js';
import { unattributedEnergySeries } from '../emit/unattributed.js';
import type { LabelSet, Series } from '../series/series.js';
import { createLedger, type AccountCharge } from '../state/accounts.js';
import { createMeters } from '../state/charging.js';
import { createEnergyMeters, type EnergyReading } from '../state/energy.js';
import { createUnattributedEnergy } from '../state/unattributedEnergy.js';

/** Charges each cycle's time and energy to the accounts of those who are present at its end. */
export interface Charger {
  /** Answers the seconds that were charged to nobody because too many had passed: the most of any board. */
  charge(attribution: Attribution, names: Names, monotonicMs: number): number;
  series(monotonicMs: number): Series[];
}

/** Time runs for each board by itself: one that the source leaves out for a cycle is charged for it when it is back. */
export function createCharger(base: LabelSet, intervalMs: number): Charger {
  const meters = createMeters(intervalMs);
  const ledger = createLedger();
  const energy = createEnergyMeters(intervalMs);
  const unattributed = createUnattributedEnergy();
  return {
    charge({ boards, figures }, names, monotonicMs) {
      let unmeasured = 0;
      const charges = boards.flatMap((attributed) => {
        const { board, power } = attributed;
        const time = meters.advance(board.uuid, monotonicMs);
        unmeasured = Math.max(unmeasured, time.unmeasured);
        const reading = energyReading(attributed, figures, time.seconds);
        const joules = energy.advance(board.uuid, reading, monotonicMs);
        if (joules !== undefined) {
          const { charged, lost } = joules;
          const rest = {
            free: power.rest.free * charged,
            unknown: power.rest.unknown * charged + lost,
            overhead: power.rest.overhead * charged,
          };
          unattributed.add(boardLabels(base, board), rest, monotonicMs);
        }
        return workloadsOf(attributed).map((one) => ({
          labels: accountLabels(base, one.leaf, one.holder, names.of(one.holder)),
          ...chargeOf(one, time.seconds, joules?.charged),
        }));
      });
      ledger.charge(charges, monotonicMs);
      return unmeasured;
    },
    series: (monotonicMs) => [
      ...unattributed.totals(monotonicMs).map(unattributedEnergySeries),
      ...ledger.accounts(monotonicMs).flatMap(accountSeries),
    ],
  };
}

const energyReading = (
  { board }: AttributedBoard,
  figures: Figures,
  seconds: number,
): EnergyReading => ({
  counter: boardFigure(figures, 'gpu_energy_joules_total', board),
  watts: boardFigure(figures, 'gpu_power_watts', board),
  seconds,
});

function chargeOf(
  { leaf, allocated, utilization, powerFraction }: Workload,
  seconds: number,
  joules: number | undefined,
): Omit<AccountCharge, 'labels'> {
  return {
    allocatedSeconds: allocated * leaf.slice * seconds,
    ...(utilization === undefined ? {} : { activeSeconds: utilization * leaf.slice * seconds }),
    ...(joules === undefined ? {} : { joules: joules * powerFraction }),
  };
}
