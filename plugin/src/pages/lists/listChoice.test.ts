import { LISTS } from '@gpuscope/dashboards';
import { readChoice, standardChoice, writeChoice, type ListChoice } from './listChoice.js';

const KEYS = ['q', 'sort', 'starred', 'rows'] as const;

/** As Scenes does when the address changes: it tells what differs from what the list says itself, and nothing else. */
function go(choice: ListChoice, address: string): ListChoice {
  const wanted = new URLSearchParams(address);
  const present = writeChoice(choice, LISTS.apps);
  const changed = KEYS.flatMap((key) => {
    const value = wanted.get(key);
    return value === (present[key] ?? null) ? [] : [[key, value] as const];
  });
  return { ...choice, ...readChoice(Object.fromEntries(changed), LISTS.apps) };
}

const opened = (address: string) => go(standardChoice(LISTS.apps), address);

const addressOf = (choice: ListChoice): string => {
  const written = writeChoice(choice, LISTS.apps);
  const found = KEYS.flatMap((key) => {
    const value = written[key];
    return value === undefined ? [] : [[key, value]];
  });
  return new URLSearchParams(found).toString();
};

describe('what a reader has chosen in a list', () => {
  it.each([
    '',
    'q=llm',
    'sort=name',
    'starred=1',
    'rows=300',
    'q=a.b%28c%29%7Cd&sort=-used&starred=1&rows=200',
    'q=DOMAIN%5Cli+%E8%AE%AD%E7%BB%83',
  ])('is in the address, and opens from it: %s', (written) => {
    expect(addressOf(opened(written))).toBe(written);
  });

  it('follows the address where only a part of it changes: Back takes one step back', () => {
    const steps = [
      'q=llm&sort=name&starred=1&rows=200',
      'q=llm&sort=-name&starred=1&rows=200',
      'sort=-name&starred=1&rows=200',
      'q=ocr&rows=200',
      'rows=200',
      '',
    ];
    let choice = standardChoice(LISTS.apps);
    const seen = steps.map((step) => {
      choice = go(choice, step);
      return addressOf(choice);
    });
    expect(seen).toEqual(steps);
  });

  it.each([
    'rows=-1',
    'rows=0',
    'rows=2.5',
    'rows=many',
    'rows=',
    'rows=Infinity',
    'rows=1e400',
    'sort=colour',
    'sort=-',
    'sort=-held',
    'starred=yes',
    'starred=',
    'q=',
  ])('is the standard where the address says nonsense: %s', (written) => {
    expect(addressOf(opened(written))).toBe('');
  });

  it('keeps what an address says well beside what it says badly', () => {
    expect(addressOf(opened('q=llm&sort=colour&rows=none'))).toBe('q=llm');
  });
});
