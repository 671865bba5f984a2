import type { Exposition } from '../../exposition/exposition.js';
import type { Reading, Telemetry } from '../telemetry.js';
import { boardsOf } from './boards.js';
import { collect } from './collect.js';
import { derive } from '../derive.js';
import { DropTally } from '../dropTally.js';
import { canonicalField, isDcgmName } from './fields.js';
import { figuresOf } from './figure.js';
import { byHolder, holdersOf } from './holders.js';
import { leafOfFigures, leafOfHolder } from './leafOfRow.js';
import { byLeaf, byText } from '../order.js';
import { type Admission, selectRows } from './selectRows.js';
import { CLOCK_EVENTS_FIELD, XID_FIELD } from './stateFields.js';
import { statesOf } from './states.js';
import { utilScale } from './utilScale.js';

/**
 * Reads what dcgm-exporter serves, of any generation, into catalogue names and units. Never throws: what cannot be used
 * is dropped and counted, and nothing else is lost by it. The result does not depend on the order of lines or labels.
 *
 * What the fields are called and what they count stands in DCGM_FIELDS; which of a device's many lines counts, in pick;
 * the one name with two scales, in utilScale; labels, in rowLabels.
 */
export function normaliseDcgm(exposition: Exposition, options: Admission = {}): Telemetry {
  const drops = new DropTally();
  const { rows, foreignHosts } = selectRows(exposition, options, drops);
  const boards = boardsOf(rows);
  const figures = figuresOf(rows, utilScale(exposition), drops);
  const collected = collect(figures, leafOfFigures(boards), drops);
  return {
    boards,
    readings: [...collected.readings, ...derive(collected.readings)].sort(byReading),
    lastXid: statesOf(figures, XID_FIELD),
    xids: [],
    clockEventReasons: statesOf(figures, CLOCK_EVENTS_FIELD),
    figures: [...collected.figures].sort((a, b) => byHolder(a, b) || byText(a.metric, b.metric)),
    holders: holdersOf(rows, leafOfHolder(boards)),
    labelsHolders: rows.some(({ labels }) => labels.namesHolders),
    fields: fieldsOf(exposition),
    drops: drops.list(),
    clamped: collected.clamped,
    foreignHosts,
    lost: [],
  };
}

function fieldsOf({ samples }: Exposition): Set<string> {
  const names = new Set(samples.map(({ name }) => name).filter(isDcgmName));
  return new Set([...names].map(canonicalField).sort(byText));
}

const byReading = (a: Reading, b: Reading): number =>
  byLeaf(a, b) ||
  byText(a.metric, b.metric) ||
  byText(Object.values(a.labels ?? {}).join('/'), Object.values(b.labels ?? {}).join('/'));
