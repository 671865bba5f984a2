import { CoreApp } from '@grafana/data';
import { LOG_LEVELS } from '@gpuscope/aggregation/logs';
import { SHOWS } from '../../shared/query.js';
import { LIST_KEYS, NAME_OF_LIST } from '../query/lists.js';
import { anyText, levelText, nameText } from './nameTexts.js';
import { isAlerting, showOptions } from './shows.js';

describe('what things are called', () => {
  it('is a word of its own for every name', () => {
    const words = LIST_KEYS.map((key) => nameText(NAME_OF_LIST[key]));
    expect(new Set(words).size).toBe(LIST_KEYS.length);
    for (const word of words) expect(word).toMatch(/^\p{Lu}/u);
  });

  it("is a field's own name for a field", () => {
    expect(nameText('label.team')).toBe('label.team');
    expect(levelText('notice')).toBe('notice');
  });

  it('says of every empty list what it stands for', () => {
    for (const key of LIST_KEYS) expect(anyText(key)).toMatch(/^All /);
  });

  it('is a word for every level', () => {
    const words = [...LOG_LEVELS, 'unknown'].map(levelText);
    expect(words).toEqual(['Critical', 'Error', 'Warning', 'Info', 'Debug', 'Trace', 'Unknown']);
  });
});

describe('what can be shown', () => {
  it('is all but context, which is asked from a line', () => {
    const offered = showOptions(false).map(({ value }) => value);
    expect([...offered, 'context'].sort()).toEqual([...SHOWS].sort());
    for (const { description } of showOptions(false)) expect(description).not.toBe('');
  });

  it('is numbers in alert rules', () => {
    expect(showOptions(true).map(({ value }) => value)).toEqual(['volume', 'counts', 'rates']);
    expect([CoreApp.UnifiedAlerting, CoreApp.CloudAlerting].map(isAlerting)).toEqual([true, true]);
    expect([CoreApp.Explore, CoreApp.Dashboard, undefined].map(isAlerting)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
