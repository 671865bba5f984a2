import { colorManipulator, createTheme } from '@grafana/data';
import { fleet, mapFrames } from '../testing/site.js';
import { identityColors } from '../shared/identity.js';
import { cellColors } from './colors.js';
import { cellsOf } from './counts.js';
import { mapModel } from './model.js';
import { busyRamp, stepOf } from './ramp.js';

const themes = {
  dark: createTheme({ colors: { mode: 'dark' } }),
  light: createTheme({ colors: { mode: 'light' } }),
};

describe.each(Object.entries(themes))('in the %s theme', (_, theme) => {
  it('a busier cell stands out more from the page', () => {
    const page = theme.colors.background.primary;
    const contrasts = busyRamp(theme).map((color) =>
      colorManipulator.getContrastRatio(color, page),
    );
    expect(contrasts).toEqual([...contrasts].sort((a, b) => a - b));
    expect(contrasts.at(-1)! / contrasts[0]!).toBeGreaterThan(1.5);
  });

  it('figures can be read on every fill', () => {
    const colorsOf = cellColors(theme, identityColors(theme, []));
    const cells = cellsOf(mapModel(mapFrames(fleet(1, 5, (_, gpu) => ({ busy: gpu / 4 })))));
    for (const { background, text } of cells.map(colorsOf)) {
      expect(colorManipulator.getContrastRatio(text, background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('a frame is the same for the same tenant, and another for another', () => {
    const tenants = ['cv', 'nlp', 'cv'];
    const cells = cellsOf(
      mapModel(
        mapFrames(fleet(1, 4, (_, gpu) => (gpu < 3 ? { app: 'a', tenant: tenants[gpu]! } : {}))),
      ),
    );
    const [first, second, third, nobody] = cells
      .map(cellColors(theme, identityColors(theme, tenants)))
      .map(({ frame }) => frame);
    expect(third).toBe(first);
    expect(second).not.toBe(first);
    expect(nobody).not.toBe(first);
  });
});

describe('the steps', () => {
  it.each([
    [0, 0],
    [0.09, 0],
    [0.1, 1],
    [0.3, 2],
    [0.5, 3],
    [1, 4],
  ])('%d is step %d', (busy, step) => {
    expect(stepOf(busy)).toBe(step);
  });
});
