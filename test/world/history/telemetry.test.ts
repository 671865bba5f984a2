import { normaliseDcgm, parseExposition, type Telemetry } from '@gpuscope/aggregation';
import { DEMO_SITE } from '../model/site.js';
import type { World } from '../model/world.js';
import { createWorld } from '../model/world.js';
import { createPreviewWorld } from '../preview.js';
import { dcgmText } from '../protocol/dcgmText.js';
import { telemetryOf } from './telemetry.js';

const START = Date.UTC(2026, 9, 1, 7) / 1000;

const demo = (): World => {
  const world = createWorld(DEMO_SITE, START);
  world.advance(START + 4 * 3600);
  return world;
};

const preview = (): World => {
  const now = START + 4 * 3600;
  const world = createPreviewWorld({ nowSeconds: now, days: 1 / 6 });
  // Late enough that every fault has shown.
  world.advance(now + 600);
  return world;
};

/** Sorted and rounded: sums of floats depend on the order in which they are added up. */
function comparable(telemetry: Telemetry): unknown {
  const round = (value: number): number => Number(value.toPrecision(12));
  const sorted = (items: readonly object[]): string[] =>
    items.map((item) => JSON.stringify(Object.entries(item).sort())).sort();
  return {
    ...telemetry,
    readings: sorted(telemetry.readings.map((one) => ({ ...one, value: round(one.value) }))),
    figures: sorted(telemetry.figures.map((one) => ({ ...one, value: round(one.value) }))),
    holders: sorted(telemetry.holders),
    fields: [...telemetry.fields].sort(),
  };
}

describe.each([
  ['the small site', demo],
  ['the site of the preview', preview],
])('telemetryOf, on %s', (_, start) => {
  const world = start();

  it.each(world.site.nodes)('is what an exporter reads from the text of $name', (node) => {
    const states = world.gpus(node);
    const read = normaliseDcgm(parseExposition(dcgmText(node, states)));
    expect(comparable(telemetryOf(states))).toEqual(comparable(read));
  });
});
