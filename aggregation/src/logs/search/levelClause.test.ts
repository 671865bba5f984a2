import { LOG_LEVELS } from '../level.js';
import { levelOfStored, valuesOfLevel } from '../levels/index.js';
import { hasLevels, LEVEL_NAMES, levelClause, needLevels } from './levelClause.js';
import { fits } from './testing/fits.js';
import { exact, sketchLayout } from './testing/plans.js';
import { stored } from './testing/stored.js';

const LAYOUTS = [
  ['words', sketchLayout()],
  [
    'OpenTelemetry numbers',
    sketchLayout({ shape: 'otel', roles: { level: exact('severity_number', 'long') } }),
  ],
  ['syslog numbers', sketchLayout({ shape: 'journald', roles: { level: exact('PRIORITY') } })],
] as const;

describe.each(LAYOUTS)('levels that are %s', (_what, layout) => {
  const field = layout.roles.level ?? exact('level');
  const name = field.exact ?? '';
  const spellings = LOG_LEVELS.flatMap((level) => valuesOfLevel(layout, field, level));

  it('are found in every spelling by the level that it is read as, and by no other', () => {
    expect(spellings.length).toBeGreaterThan(6);
    for (const spelling of spellings) {
      const level = levelOfStored(layout, field, spelling);
      const found = LEVEL_NAMES.filter((one) =>
        fits(levelClause(layout, [one]))(stored({ [name]: spelling })),
      );
      expect([spelling, found]).toEqual([spelling, [level]]);
    }
  });

  it('leave each record to exactly one level', () => {
    for (const value of [...spellings, 'strange', 99, '']) {
      const one = stored({ [name]: value });
      expect(LEVEL_NAMES.filter((level) => fits(levelClause(layout, [level]))(one))).toHaveLength(
        1,
      );
    }
  });
});

describe('levels that were chosen', () => {
  const layout = sketchLayout();

  it('are all records where all are chosen, none where none is', () => {
    expect(levelClause(layout, LEVEL_NAMES)).toEqual({ match_all: {} });
    expect(levelClause(layout, [])).toEqual({ match_none: {} });
  });

  it('are unknown to records without such a field', () => {
    const without = sketchLayout({ without: ['level'] });
    expect(fits(levelClause(without, ['unknown']))(stored({ level: 'error' }))).toBe(true);
    expect(fits(levelClause(without, ['error']))(stored({ level: 'error' }))).toBe(false);
    expect([hasLevels([layout]), hasLevels([without]), hasLevels([without, layout])]).toEqual([
      true,
      false,
      true,
    ]);
    expect(() => needLevels([without])).toThrow(/gpuscope\.level/);
    expect(() => needLevels([without, layout])).not.toThrow();
  });

  it('of a field of words are not told exactly', () => {
    const words = sketchLayout({
      roles: { level: { path: 'level', text: 'level', type: 'text' } },
    });
    expect(hasLevels([words])).toBe(false);
  });
});
